/** What stands on top of everything while it is true: the line is away, is back, or something was not taken. */
import { computed, effect, signal } from '@preact/signals-core'

/** A first connection may take this long without a word. */
const PATIENCE = 4000
const WELCOME = 6000
const AWAY = new Set(['offline', 'farewell'])

/** @typedef {import('@preact/signals-core').ReadonlySignal<Toimi.Connection>} Line */

/**
 * @param {object} setting
 * @param {Line} setting.connection
 * @param {import('@preact/signals-core').ReadonlySignal<Toimi.KeptForYou[]>} setting.drafts
 * @param {import('@preact/signals-core').ReadonlySignal<boolean>} setting.lasting
 */
export function openBanner({ connection, drafts, lasting }) {
  const patience = after((line) => line.state === 'connecting', PATIENCE, connection)
  const welcome = signal(false)
  const farewell = returning(connection, welcome)

  const kind = computed(() => {
    const { state, reason } = connection.value
    if (state === 'farewell' && (reason === 'removed' || reason === 'full')) return reason
    if (AWAY.has(state)) return 'offline'
    if (patience.over.value) return 'connecting'
    if (drafts.value.length) return 'refused'
    if (welcome.value) return 'back'
    return lasting.value ? null : 'memory'
  })
  /** @type {import('@preact/signals-core').ReadonlySignal<Toimi.Banner | null>} */
  const banner = computed(() => kind.value && { kind: kind.value, since: connection.value.since, pending: connection.value.pending })
  return { banner, close: () => (patience.close(), farewell()) }
}

/**
 * True once something has been so for a while.
 * @param {(line: Toimi.Connection) => boolean} so
 * @param {number} wait
 * @param {Line} connection
 */
function after(so, wait, connection) {
  const over = signal(false)
  const is = computed(() => so(connection.value))
  const close = effect(() => {
    over.value = false
    if (!is.value) return
    const timer = setTimeout(() => (over.value = true), wait)
    return () => clearTimeout(timer)
  })
  return { over, close }
}

/** @param {Line} connection @param {import('@preact/signals-core').Signal<boolean>} welcome */
function returning(connection, welcome) {
  const away = computed(() => AWAY.has(connection.value.state))
  let been = false
  return effect(() => {
    welcome.value = been && !away.value
    been ||= away.value
    if (!welcome.peek()) return
    const timer = setTimeout(() => (welcome.value = false), WELCOME)
    return () => clearTimeout(timer)
  })
}
