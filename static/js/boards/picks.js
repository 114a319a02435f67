/** The five that matter most to us: chosen after rating, by ticking. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Check } from '../parts/field.js'
import { ThemeNumber } from '../parts/marks.js'
import { Official, stated } from './unofficial.js'

/** A second round asks for marks only. @param {Toimi.Step} step */
export const pickable = (step) => !step.again.length && Number(step.options.pick) > 0

/** @param {{ room: Toimi.Room, step: Toimi.Step, asked: Toimi.Pack['statements'] }} props */
export function Picks({ room, step, asked }) {
  const { picks } = mine(room, step.id)
  const most = Math.min(Number(step.options.pick), asked.length)
  const left = most - picks.length
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => room.ask('Pick', { step: step.id, statements: on ? [...picks, id] : picks.filter((each) => each !== id) })
  return html`<section class="pane pane__pad stack gap-4" aria-labelledby="picks">
    <div class="row row--apart">
      <h2 id="picks" tabindex="-1">${tn('Which one matters most to us?', 'Which %(n)s matter most to us?', most)}</h2>
      <p class="sm muted num" aria-live="polite">${tn('%(n)s left', '%(n)s left', left)}</p>
    </div>
    <p class="sm muted">${t('Important is something else than weak. Nobody sees your choice, only how often each was chosen.')}</p>
    <ol class="picks">
      ${asked.map((each) => html`<${Pick} key=${each.id} room=${room} statement=${each} on=${picks.includes(each.id)} full=${left <= 0} onPick=${(/** @type {boolean} */ on) => toggle(each.id, on)} />`)}
    </ol>
  </section>`
}

/** @param {{ room: Toimi.Room, statement: Toimi.Pack['statements'][number], on: boolean, full: boolean, onPick: (on: boolean) => void }} props */
function Pick({ room, statement, on, full, onPick }) {
  const label = html`<${ThemeNumber} number=${Number(statement.theme)} /> <${Official} room=${room} of=${stated(statement)} />`
  return html`<li><${Check} label=${label} on=${on} disabled=${full && !on} onPick=${onPick} /></li>`
}
