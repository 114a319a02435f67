/** Where should we set goals: blind dots or a place on the matrix; then the result with its ties, and the line drawn. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Cluster } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { Scale } from '../parts/scale.js'
import { DotsLeft, Vote } from '../parts/vote.js'
import { faceOf } from './choices.js'
import { Decisions } from './decisions.js'
import { writable } from './plain.js'
import { VoteResult } from './vote-result.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Ballot({ room, step }) {
  const ballot = room.store.panel(`ballot:${step.id}`)
  const cards = (ballot?.cards ?? []).map((id) => room.store.panel(`card:${id}`)).filter((card) => card !== null)
  const open = writable(room, step)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step}>${open && ballot?.form === 'dots' && html`<${Left} room=${room} step=${step} ballot=${ballot} />`}</${Task}>
    <${VoteResult} room=${room} step=${step} />
    <${Decisions} room=${room} step=${step} />
    ${open && (cards.length ? html`<div class="votes">${cards.map((card) => html`<${Option} key=${card.id} room=${room} step=${step} ballot=${ballot} card=${card} />`)}</div>` : html`<${Empty} title=${t('There is nothing to vote on yet')} text=${t('Ideas come here once they are shown.')} />`)}
  </div>`
}

/** Dots as given, whether the server has them yet or not. @param {Toimi.Room} room @param {string} step */
function given(room, step) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'GiveDots' && body.step === step)
  return sent.reduce((dots, { body }) => ({ ...dots, [body.card]: body.dots }), mine(room, step).dots)
}

/** @param {{ [card: string]: number }} dots */
const spent = (dots) => Object.values(dots).reduce((sum, count) => sum + count, 0)

/** @param {{ room: Toimi.Room, step: Toimi.Step, ballot: Toimi.Ballot }} props */
function Left({ room, step, ballot }) {
  return html`<div aria-live="polite"><${DotsLeft} left=${ballot.budget - spent(given(room, step.id))} of=${ballot.budget} /></div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, ballot: Toimi.Ballot, card: Toimi.Card }} props */
function Option({ room, step, ballot, card }) {
  const dots = given(room, step.id)
  const name = faceOf(room, card)
  const lacks = card.answers.to ? room.languages.filter((language) => !(/** @type {any} */ (card.answers.to)?.texts?.[language]?.text)) : []
  return html`<${Cluster} name=${name} fixed>
    <${Inside} room=${room} cluster=${card.id} />
    ${lacks.length > 0 && html`<p class="xs muted">${t('Not yet in: %(languages)s', { languages: lacks.map((language) => language.toUpperCase()).join(', ') })}</p>`}
    ${ballot.form === 'dots'
      ? html`<${Vote} name=${name} dots=${dots[card.id] ?? 0} most=${ballot.most_on_one} left=${ballot.budget - spent(dots)} onGive=${(/** @type {number} */ count) => room.ask('GiveDots', { step: step.id, card: card.id, dots: count })} />`
      : html`<${Place} room=${room} step=${step} card=${card} />`}
  </${Cluster}>`
}

/** @param {{ room: Toimi.Room, cluster: string }} props */
function Inside({ room, cluster }) {
  const inside = room.store.all('card:').filter((card) => card.cluster === cluster)
  if (!inside.length) return null
  return html`<ul class="ideas" aria-label=${tn('%(n)s idea', '%(n)s ideas', inside.length)}>${inside.map((card) => html`<li key=${card.id} lang=${card.language}>${faceOf(room, card)}</li>`)}</ul>`
}

const FIVE = [1, 2, 3, 4, 5].map((level) => ({ level, name: String(level) }))

/** Two scales instead of dragging on a plane: nobody is left out. @param {{ room: Toimi.Room, step: Toimi.Step, card: Toimi.Card }} props */
function Place({ room, step, card }) {
  const half = room.draft(`place:${step.id}:${card.id}`)
  const kept = half.value ? JSON.parse(half.value) : {}
  const [importance, feasibility] = mine(room, step.id).places[card.id] ?? [kept.importance ?? null, kept.feasibility ?? null]
  const give = (/** @type {{ importance?: number, feasibility?: number }} */ change) => {
    const next = { importance, feasibility, ...change }
    half.value = JSON.stringify(next)
    if (next.importance && next.feasibility) room.ask('PlaceOnMatrix', { step: step.id, card: card.id, importance: next.importance, feasibility: next.feasibility })
  }
  return html`<div class="stack gap-3">
    <p class="field__label" aria-hidden="true">${t('Importance')}</p>
    <${Scale} legend=${t('Importance, from 1 to 5')} levels=${FIVE} level=${importance} onLevel=${(/** @type {number} */ level) => give({ importance: level })} quiet />
    <p class="field__label" aria-hidden="true">${t('Feasibility')}</p>
    <${Scale} legend=${t('Feasibility, from 1 to 5')} levels=${FIVE} level=${feasibility} onLevel=${(/** @type {number} */ level) => give({ feasibility: level })} quiet />
  </div>`
}
