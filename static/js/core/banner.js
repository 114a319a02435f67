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
  const { been, welcome, close: closeReturn } = returning(connection)

  const kind = computed(() => {
    const { state, reason } = connection.value
    if (state === 'farewell' && (reason === 'removed' || reason === 'full')) return reason
    if (AWAY.has(state)) return 'offline'
    if (state === 'connecting') return been.value || patience.over.value ? 'connecting' : null
    if (been.value) return 'connecting'
    if (drafts.value.length) return 'refused'
    if (welcome.value) return 'back'
    return lasting.value ? null : 'memory'
  })
  /** @type {import('@preact/signals-core').ReadonlySignal<Toimi.Banner | null>} */
  const banner = computed(() => kind.value && { kind: kind.value, since: connection.value.since, pending: connection.value.pending })
  function close() {
    patience.close()
    closeReturn()
  }
  return { banner, close }
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

/**
 * Whether the line has been away, and a welcome for a while when it is there again and everything was sent.
 * @param {Line} connection
 */
function returning(connection) {
  const been = signal(false)
  const welcome = signal(false)
  const state = computed(() => connection.value.state)
  const sending = computed(() => connection.value.pending > 0)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let ending
  const stop = effect(() => {
    if (AWAY.has(state.value)) return void (been.value = true)
    if (state.value === 'connecting' || sending.value || !been.peek()) return
    been.value = false
    welcome.value = true
    clearTimeout(ending)
    ending = setTimeout(() => (welcome.value = false), WELCOME)
  })
  function close() {
    stop()
    clearTimeout(ending)
  }
  return { been, welcome, close }
}
