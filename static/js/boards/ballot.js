/** Where should we set goals: blind dots or a place on the matrix; then the result with its ties, and the line drawn. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Cluster } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { DotsLeft, Vote } from '../parts/vote.js'
import { decides } from './agree.js'
import { faceOf, spokenFace } from './choices.js'
import { Decide } from './decide.js'
import { Decisions } from './decisions.js'
import { OnMatrix } from './on-matrix.js'
import { ranked, tiedAt } from './ranking.js'
import { VoteResult } from './vote-result.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Ballot({ room, step }) {
  const open = writable(room, step)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${!open && html`<${Shown} room=${room} step=${step} />`}
    <${Decisions} room=${room} step=${step} />
    ${open && html`<${Options} room=${room} step=${step} />`}
    ${!open && !room.store.panel(`result:${step.id}`) && html`<${Empty} title=${t('The result is not shown yet')} />`}
  </div>`
}

/** The result, and for the decider the line that is drawn under it. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Shown({ room, step }) {
  const result = room.store.panel(`result:${step.id}`)
  const decided = room.store.all('decision:').some((each) => each.step === step.id)
  const drawing = step.phase === 'revealed' && !decided && decides(room) && (result?.kind === 'dots' || result?.kind === 'matrix')
  const order = drawing ? ranked(/** @type {Toimi.DotsResult} */ (result)) : []
  const line = useSignal(Math.min(order.length, Math.max(1, room.store.keys('group:').length)))
  return html`<${VoteResult} room=${room} step=${step} line=${drawing ? line.value : undefined} />
    ${drawing && html`<${Decide} room=${room} step=${step} ranked=${order} begin=${line.value} onLine=${(/** @type {number} */ n) => (line.value = n)} tied=${tiedAt(/** @type {Toimi.DotsResult} */ (result), line.value)} />`}`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Options({ room, step }) {
  const ballot = room.store.panel(`ballot:${step.id}`)
  const cards = (ballot?.cards ?? []).map((id) => room.store.panel(`card:${id}`)).filter((card) => card !== null)
  if (!ballot || !cards.length) return html`<${Empty} title=${t('There is nothing to vote on yet')} text=${t('Ideas come here once they are shown.')} />`
  return html`<h2 class="sr">${t('What is voted on')}</h2>
    ${ballot.form === 'dots' && html`<p class="b">${rule(ballot)}</p>`}
    <ol class="votes">${cards.map((card, at) => html`<li key=${card.id}><${Option} room=${room} step=${step} ballot=${ballot} card=${card} nth=${at + 1} /></li>`)}</ol>`
}

/** How many one has, and at most on one. @param {Toimi.Ballot} ballot */
const rule = ({ budget, most_on_one: most }) =>
  `${tn('You have %(n)s dot.', 'You have %(n)s dots.', budget)} ${tn('At most %(n)s on one.', 'At most %(n)s on one.', most)}`

/** @param {{ [card: string]: number }} dots */
const spent = (dots) => Object.values(dots).reduce((sum, count) => sum + count, 0)

/** @param {{ room: Toimi.Room, step: Toimi.Step, ballot: Toimi.Ballot, card: Toimi.Card, nth: number }} props */
function Option({ room, step, ballot, card, nth }) {
  const { dots } = mine(room, step.id)
  const name = spokenFace(room, card)
  const give = (/** @type {number} */ count) => room.ask('GiveDots', { step: step.id, card: card.id, dots: count })
  return html`<${Cluster} name=${html`<span lang=${name.lang}>${faceOf(room, card)}</span>`} nth=${nth} fixed>
    <${Inside} room=${room} cluster=${card.id} />
    <${Lacking} room=${room} card=${card} />
    ${ballot.form === 'dots'
      ? html`<${Vote} name=${name.text} dots=${dots[card.id] ?? 0} most=${ballot.most_on_one} left=${ballot.budget - spent(dots)} onGive=${give} />`
      : html`<${OnMatrix} room=${room} step=${step} card=${card} />`}
  </${Cluster}>`
}

/** Which languages a goal or cluster that is voted on does not have yet. @param {{ room: Toimi.Room, card: Toimi.Card }} props */
function Lacking({ room, card }) {
  const texts = /** @type {any} */ (card.answers.to ?? card.answers.name)?.texts
  const lacks = texts ? room.languages.filter((language) => !texts[language]?.text) : []
  if (!lacks.length) return null
  return html`<p class="xs muted">${t('Not yet in: %(languages)s', { languages: lacks.map((language) => language.toUpperCase()).join(', ') })}</p>`
}

/** @param {{ room: Toimi.Room, cluster: string }} props */
function Inside({ room, cluster }) {
  const inside = room.store.all('card:').filter((card) => card.cluster === cluster && card.taken_out === null)
  if (!inside.length) return null
  return html`<ul class="ideas" aria-label=${tn('%(n)s idea', '%(n)s ideas', inside.length)}>${inside.map((card) => html`<li key=${card.id} lang=${spokenFace(room, card).lang}>${faceOf(room, card)}</li>`)}</ul>`
}

/** In the bar: dots left, or how many are placed. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function BallotFoot({ room, step }) {
  const ballot = room.store.panel(`ballot:${step.id}`)
  if (!ballot || !writable(room, step)) return null
  const { dots, places } = mine(room, step.id)
  return html`<div class="bar__told bar__told--stays sm" aria-live="polite">
    ${ballot.form === 'dots' ? html`<${DotsLeft} left=${ballot.budget - spent(dots)} of=${ballot.budget} />` : html`<b class="num">${t('%(done)s of %(of)s', { done: Object.keys(places).length, of: ballot.cards.length })}</b>`}
  </div>`
}

/** Whether all dots are given, or all cards placed. @param {Toimi.Room} room @param {Toimi.Step} step */
BallotFoot.done = (room, step) => {
  const ballot = room.store.panel(`ballot:${step.id}`)
  const { dots, places } = mine(room, step.id)
  return !ballot || (ballot.form === 'dots' ? spent(dots) >= ballot.budget : Object.keys(places).length >= ballot.cards.length)
}
