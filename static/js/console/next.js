/** The one filled button: what comes next. Before people are left behind it says who, and the safe answer comes first. */
import { steps, titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Key } from '../parts/marks.js'
import { groups, seen } from './host.js'
import { nextAct } from './next-act.js'

/** @param {Toimi.Room} room */
export const actOf = (room) => nextAct(steps(room), room.store.panel('now')?.step ?? null, room.boot.kinds)

/** @param {{ host: import('./host.js').Host }} props */
export function Next({ host }) {
  const { room } = host
  const act = actOf(room)
  if (act.act === 'over') return html`<div class="next"><a class="btn btn--primary btn--wide next__act" href=${room.boot.urls.plan}>${t('Open the draft plan')}</a><p class="xs muted center">${t('Every step is closed.')}</p></div>`
  return html`<div class="next">
    <button type="button" class="btn btn--primary btn--wide next__act" onClick=${() => go(host)}>${wordsOf(room, act)}</button>
    <p class="xs muted center">${act.act === 'reveal' ? t('All see it at once.') : t('Everyone moves together.')} <${Key}>${act.act === 'reveal' ? 'R' : 'N'}</${Key}></p>
    ${act.act === 'reveal' && html`<${Leap} host=${host} />`}
  </div>`
}

/** Going on without showing what was given. @param {{ host: import('./host.js').Host }} props */
function Leap({ host }) {
  const act = leapOf(host.room)
  if (act.act !== 'open') return null
  return html`<button type="button" class="linklike sm center" onClick=${() => (host.asking.value = 'leap')}>${t('Go on without showing it')}</button>`
}

/** @param {Toimi.Room} room */
function leapOf(room) {
  const shown = steps(room).map((step) => (step.phase === 'open' ? { ...step, phase: /** @type {Toimi.Phase} */ ('revealed') } : step))
  return nextAct(shown, room.store.panel('now')?.step ?? null, room.boot.kinds)
}

/** @param {Toimi.Room} room @param {import('./next-act.js').NextAct} act */
function wordsOf(room, act) {
  if (act.act === 'over') return ''
  const name = (/** @type {string | null} */ id) => {
    const step = id ? room.store.panel(`step:${id}`) : null
    return step ? t('“%(title)s”', { title: titleOf(room, step) }) : ''
  }
  if (act.act === 'reveal') return t('Show the result of %(step)s', { step: name(act.step) })
  if (act.act === 'close') return t('Close %(step)s', { step: name(act.step) })
  if (!act.from || room.store.panel(`step:${act.from}`)?.phase === 'closed') return t('Open %(step)s', { step: name(act.step) })
  return t('Close %(step)s, open %(next)s', { step: name(act.from), next: name(act.step) })
}

/** Acts at once where nobody is left behind, else asks. @param {import('./host.js').Host} host */
export function go(host) {
  const { room } = host
  const act = actOf(room)
  if (act.act === 'over') return
  if (behind(room, act).length) host.asking.value = 'next'
  else carryOut(host, act)
}

/** The result of the current step, shown now: what R does, for any step in which something is given. @param {import('./host.js').Host} host */
export function reveal(host) {
  const { room } = host
  const step = room.store.panel(`step:${seen(room)}`)
  if (step?.phase === 'open' && room.boot.kinds[step.kind].board !== 'break') host.ask('Reveal', { step: step.id, seen: step.id })
}

/** @param {import('./host.js').Host} host @param {import('./next-act.js').NextAct} act */
async function carryOut(host, act) {
  const { room, ask } = host
  if (act.act === 'over') return
  const body = { step: act.step, seen: seen(room) }
  if (act.act === 'reveal') return void ask('Reveal', body)
  if (act.act === 'close') return void ask('CloseStep', body)
  // A timer belongs to its step.
  if ((await ask('OpenStep', body)) && room.store.panel('timer')?.state !== 'none') ask('StopTimer', {})
}

/**
 * Who and what would be left behind, in sentences.
 * @param {Toimi.Room} room
 * @param {import('./next-act.js').NextAct} act
 */
function behind(room, act) {
  if (act.act === 'over' || !act.from) return beforeTheFirst(room)
  const step = room.store.panel(`step:${act.from}`)
  if (!step || step.phase !== 'open') return []
  return [...unfinished(room, step), ...offline(room)]
}

/** @param {Toimi.Room} room */
function beforeTheFirst(room) {
  const grouped = steps(room).some((step) => room.boot.kinds[step.kind].by === 'group')
  const without = grouped && !groups(room).length ? [t('There are no groups yet. Steps in which groups write need them; they can also be formed later.')] : []
  return [...without, ...offline(room)]
}

/** @param {Toimi.Room} room */
function offline(room) {
  const names = (room.store.panel('attention')?.offline ?? []).map((id) => room.store.panel(`seat:${id}`)?.name ?? '').filter(Boolean)
  if (!names.length) return []
  const shown = names.length > 6 ? t('%(names)s and others', { names: names.slice(0, 5).join(', ') }) : names.join(', ')
  return [tn('%(names)s is offline. What they write meanwhile is kept for them.', '%(n)s are offline: %(names)s. What they write meanwhile is kept for them.', names.length, { names: shown })]
}

/** @param {Toimi.Room} room @param {Toimi.Step} step */
function unfinished(room, step) {
  const by = room.boot.kinds[step.kind].by
  const answered = room.store.panel(`answered:${step.id}`)
  if (by === 'group') {
    const letters = groups(room).filter((group) => !group.ready.includes(step.id)).map((group) => group.letter)
    return letters.length ? [tn('Group %(letters)s is not ready.', 'Groups %(letters)s are not ready.', letters.length, { letters: letters.join(', ') })] : []
  }
  if (by === 'room' || !answered || answered.given >= answered.of || step.kind === 'discussion' || step.kind === 'review') return []
  return [t('%(n)s of %(of)s have answered.', { n: answered.given, of: answered.of })]
}

/** @param {{ host: import('./host.js').Host }} props */
export function NextAsked({ host }) {
  const { room, asking } = host
  const leap = asking.value === 'leap'
  if (!leap && asking.value !== 'next') return null
  const act = leap ? leapOf(room) : actOf(room)
  const close = () => (asking.value = null)
  const choose = () => {
    close()
    carryOut(host, act)
  }
  const title = act.act === 'reveal' ? t('Show it now?') : act.act === 'open' && !act.from ? t('Begin now?') : t('Go on now?')
  return html`<${Dialog} open=${true} title=${title} onClose=${close} safe=${t('Wait')} choice=${wordsOf(room, act)} onChoice=${choose}>
    <ul class="stack gap-2">${behind(room, act).map((line) => html`<li key=${line}>${line}</li>`)}</ul>
    ${leap && html`<p>${t('What was given stays hidden and is kept. It can be shown later.')}</p>`}
    ${act.act !== 'reveal' && act.act !== 'over' && act.from && html`<p>${t('Nothing is lost: who is in the middle of a sentence keeps it, and the step can be opened again.')}</p>`}
  </${Dialog}>`
}
