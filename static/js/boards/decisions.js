/** Decision cards: what was decided, about which cards, and why. The decider draws the line. */
import { html } from '../core/html.js'
import { t, timeOfDay } from '../core/words.js'
import { Nth } from '../parts/card.js'
import { faceOf } from './choices.js'

/** @param {{ room: Toimi.Room, step?: Toimi.Step }} props without a step all of the workshop's */
export function Decisions({ room, step }) {
  const made = room.store.all('decision:').filter((each) => !step || each.step === step.id)
  if (!made.length) return null
  return html`<section aria-labelledby="decided" class="stack gap-3">
    <h2 id="decided">${t('Decided')}</h2>
    <ol class="stack gap-3">${made.map((each, at) => html`<li key=${each.id}><${DecisionCard} room=${room} decision=${each} nth=${at + 1} /></li>`)}</ol>
  </section>`
}

/** @param {{ room: Toimi.Room, decision: Toimi.Decision, nth?: number }} props */
export function DecisionCard({ room, decision, nth }) {
  const cards = decision.cards.map((id) => room.store.panel(`card:${id}`)).filter((card) => card !== null)
  return html`<article class="card decision">
    ${decision.text && html`<p class="decision__text"><${Nth} n=${nth} />${decision.text}</p>`}
    ${cards.length > 0 && html`<ul class="ideas">${cards.map((card) => html`<li key=${card.id}>${faceOf(room, card)}</li>`)}</ul>`}
    ${decision.reason && html`<p class="sm muted"><b>${t('Why')}</b> ${decision.reason}</p>`}
    <p class="xs faint num">${!decision.text && html`<${Nth} n=${nth} />`}${timeOfDay(decision.at)}</p>
  </article>`
}
