/** The five that matter most to us: chosen after rating, by ticking. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Check } from '../parts/field.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, asked: Toimi.Pack['statements'] }} props */
export function Picks({ room, step, asked }) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'Pick' && body.step === step.id).at(-1)
  const picks = /** @type {string[]} */ (sent ? sent.body.statements : mine(room, step.id).picks)
  const most = Math.min(Number(step.options.pick), asked.length)
  const left = most - picks.length
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => room.ask('Pick', { step: step.id, statements: on ? [...picks, id] : picks.filter((each) => each !== id) })
  return html`<section class="pane pane__pad stack gap-4" aria-labelledby="picks">
    <div class="row row--apart">
      <h2 id="picks">${tn('Which one matters most to us?', 'Which %(n)s matter most to us?', most)}</h2>
      <p class="sm muted num" aria-live="polite">${tn('%(n)s left', '%(n)s left', left)}</p>
    </div>
    <p class="sm muted">${t('Important is something else than weak. Nobody sees your choice, only how often each was chosen.')}</p>
    <ul class="picks">
      ${asked.map((each) => html`<li key=${each.id} lang=${room.spoken(each.text).lang}><${Check} label=${room.said(each.text)} on=${picks.includes(each.id)} disabled=${left <= 0 && !picks.includes(each.id)} onPick=${(/** @type {boolean} */ on) => toggle(each.id, on)} /></li>`)}
    </ul>
  </section>`
}
