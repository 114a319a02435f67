/** Two scales instead of dragging on a plane: nobody is left out. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Scale } from '../parts/scale.js'

const FIVE = [1, 2, 3, 4, 5].map((level) => ({ level, name: String(level) }))

/** The first of the two is kept on the device until the second is given. @param {{ room: Toimi.Room, step: Toimi.Step, card: Toimi.Card }} props */
export function OnMatrix({ room, step, card }) {
  const half = room.draft(`place:${step.id}:${card.id}`)
  const kept = half.value ? JSON.parse(half.value) : {}
  const [importance, feasibility] = mine(room, step.id).places[card.id] ?? [kept.importance ?? null, kept.feasibility ?? null]
  const give = (/** @type {{ importance?: number, feasibility?: number }} */ change) => {
    const next = { importance, feasibility, ...change }
    const whole = next.importance && next.feasibility
    half.value = whole ? '' : JSON.stringify(next)
    if (whole) room.ask('PlaceOnMatrix', { step: step.id, card: card.id, importance: next.importance, feasibility: next.feasibility })
  }
  return html`<div class="vote__foot vote__foot--scales">
    <div class="short-scale"><p class="field__label" aria-hidden="true">${t('Importance')}</p>
      <${Scale} legend=${t('Importance, from 1 to 5')} levels=${FIVE} level=${importance} onLevel=${(/** @type {number} */ level) => give({ importance: level })} quiet /></div>
    <div class="short-scale"><p class="field__label" aria-hidden="true">${t('Feasibility')}</p>
      <${Scale} legend=${t('Feasibility, from 1 to 5')} levels=${FIVE} level=${feasibility} onLevel=${(/** @type {number} */ level) => give({ feasibility: level })} quiet /></div>
  </div>`
}
