/** Entering for somebody without a device: their board, with every ask marked as theirs. */
import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { boardOf } from '../boards/index.js'
import { here } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Empty } from '../parts/empty.js'
import { Icon } from '../parts/icon.js'
import { entered, nothing } from './entered.js'

/** @param {{ host: import('./host.js').Host, seat: Toimi.Seat }} props */
export function Proxy({ host, seat }) {
  const theirs = useMemo(() => roomFor(host.room, seat), [seat.id])
  useEffect(() => {
    host.room.look(seat.group ? [seat.group] : [])
    return () => host.room.look([])
  }, [seat.group])
  const at = here(theirs)
  const step = at ? theirs.store.panel(`step:${at}`) : null
  const Board = step && boardOf(host.room.boot.kinds[step.kind]?.board)
  return html`<div class="proxy">
    <div class="moved moved--note" role="status">
      <p><${Icon} name="pen" /> ${t('You enter for %(name)s.', { name: seat.name })} <span class="muted">${t('It counts as theirs; the log keeps that you entered it. What they gave before is not shown to you.')}</span></p>
      <button type="button" class="btn btn--sm" onClick=${() => (host.view.value = 'people')}>${t('Done')}</button>
    </div>
    ${Board ? html`<${Board} key=${step.id} room=${theirs} step=${step} news=${host.news} />` : html`<${Empty} title=${t('No step is open yet')} />`}
  </div>`
}

/** The room as this person's: their seat and group, their asks; of their answers only what was entered here. @param {Toimi.Room} room @param {Toimi.Seat} seat @returns {Toimi.Room} */
function roomFor(room, seat) {
  const given = signal(/** @type {{ [step: string]: Toimi.Mine }} */ ({}))
  const asking = (/** @type {any} */ type, /** @type {any} */ body, /** @type {Toimi.AskOptions} */ options = {}) => {
    const before = given.peek()
    if (body.step) given.value = { ...before, [body.step]: entered(before[body.step] ?? nothing(), type, body) }
    const sent = room.asking(type, body, { ...options, for: seat.id })
    sent.answer.then(({ ok }) => ok || (given.value = before))
    return sent
  }
  return {
    ...room,
    seat: seat.id,
    role: 'participant',
    asking,
    ask: (type, body, options) => asking(type, body, options).answer,
    draft: (key) => room.draft(`for:${seat.id}:${key}`),
    store: { ...room.store, panel: (/** @type {string} */ key) => panelFor(room, seat.id, given, key) },
  }
}

/** @param {Toimi.Room} room @param {string} seat @param {import('@preact/signals').Signal<{ [step: string]: Toimi.Mine }>} given @param {string} key */
function panelFor(room, seat, given, key) {
  const held = room.store.panel(`seat:${seat}`)
  if (key === 'me') return { seat, group: held?.group ?? null, role: 'participant', removed: !held, merged_into: null, undo: false }
  if (key.startsWith('mine:')) return given.value[key.slice(5)] ?? null
  return room.store.panel(key)
}
