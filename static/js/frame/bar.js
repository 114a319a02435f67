/** The bar at the foot: what one can always do, and the one filled button that is this person's next step. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { footOf } from '../boards/index.js'
import { Icon } from '../parts/icon.js'
import { Menu } from '../parts/menu.js'
import { Parking } from './parking.js'
import { mine, myGroup } from './steps.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step | null, news: any }} props */
export function Bar({ room, step, news }) {
  const parking = useSignal(false)
  if (room.role === 'observer') return null
  const help = step && myGroup(room) ? [{ words: t('Ask the facilitator'), icon: 'hand', onPick: () => void call(room, news) }] : []
  const deeds = always(room, news, parking)
  const Foot = step && footOf(room.boot.kinds[step.kind]?.board)
  return html`<section class="bar" aria-label=${t('What you can do')}>
    <div class="bar__in">
      <div class="bar__deeds not-phone">
        ${deeds.map((deed) => html`<${Deed} key=${deed.words} deed=${deed} />`)}
      </div>
      <div class="only-phone"><${Menu} label=${html`<${Icon} name="more" />`} says=${t('More')} deeds=${[...help, ...deeds]} cls="btn btn--icon" up /></div>
      ${Foot && html`<${Foot} room=${room} step=${step} />`}
      ${help.map((deed) => html`<${Deed} key="help" deed=${deed} cls="btn not-phone" />`)}
      ${step && html`<${Ready} room=${room} step=${step} />`}
    </div>
    <${Parking} room=${room} news=${news} open=${parking} />
  </section>`
}

/**
 * What is at hand in every step.
 * @param {Toimi.Room} room @param {any} news @param {import('@preact/signals').Signal<boolean>} parking
 * @returns {import('../parts/menu.js').Deed[]}
 */
function always(room, news, parking) {
  const deeds = [
    { words: t('Parking lot'), icon: 'flag', onPick: () => (parking.value = true) },
    room.store.panel('me')?.undo && { words: t('Undo'), icon: 'undo', onPick: () => void undo(room, news) },
    { words: t('What I wrote'), icon: 'list', href: room.boot.urls.mine },
  ]
  return deeds.filter((deed) => !!deed)
}

/** @param {{ deed: import('../parts/menu.js').Deed, cls?: string }} props */
function Deed({ deed, cls = 'btn btn--quiet' }) {
  const inside = html`<${Icon} name=${deed.icon ?? ''} /> ${deed.words}`
  return deed.href ? html`<a class=${cls} href=${deed.href}>${inside}</a>` : html`<button type="button" class=${cls} onClick=${deed.onPick}>${inside}</button>`
}

/** @param {Toimi.Room} room @param {any} news */
async function undo(room, news) {
  const { ok, words } = await room.ask('Undo', {})
  news.say(ok ? t('Taken back.') : words, { icon: ok ? 'undo' : 'alert' })
}

/** Calls the facilitator to the group's table or meeting. @param {Toimi.Room} room @param {any} news */
async function call(room, news) {
  const { ok, words } = await room.ask('AskForHelp', { on: true })
  const back = { icon: 'hand', action: t('Not needed after all'), onAction: () => void room.ask('AskForHelp', { on: false }) }
  news.say(ok ? t('The facilitator sees that your group asks.') : words, ok ? back : { icon: 'alert' })
}

/** Ready is the group's word where groups work, else one's own. It is the filled button once there is nothing left to do. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Ready({ room, step }) {
  const kind = room.boot.kinds[step.kind]
  if (!kind || kind.by === 'room' || step.phase !== 'open') return null
  const group = myGroup(room)
  const byGroup = kind.by === 'group'
  if (byGroup && !group) return null
  const sent = room.pending.value.filter(({ type, body }) => type === 'MarkReady' && body.step === step.id).at(-1)
  const ready = sent ? sent.body.ready : byGroup ? group?.ready.includes(step.id) : mine(room, step.id).ready
  const words = ready ? t('Not ready after all') : byGroup ? t('We are ready') : t('I am done')
  const done = footOf(kind.board)?.done ?? (() => true)
  return html`<button type="button" class=${ready || !done(room, step) ? 'btn bar__ready' : 'btn btn--primary bar__ready'} onClick=${() => room.ask('MarkReady', { step: step.id, ready: !ready })}>${words}</button>`
}
