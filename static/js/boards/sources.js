/** What a group builds on: the ideas most voted for when it writes goals, its goals when it writes metrics and actions. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { textOfCard } from '../frame/steps.js'
import { GoalCard } from '../parts/goal.js'
import { Dots } from '../parts/marks.js'
import { faceOf, spokenFace } from './choices.js'

const TOP = 6
/** More dots than this do not fit beside each other; a figure says it. */
const MOST_DOTS = 12

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, group: Toimi.Group }} props */
export function Sources({ room, kind, group }) {
  const onGoals = kind.fields.some((field) => field.type === 'Card' && field.of === 'goal')
  return html`<aside class="source" aria-labelledby="source">
    <div><h2 id="source">${t('What you build on')}</h2><p class="sm muted mt-2">${onGoals ? t('The goals of your group.') : t('What the room voted for most.')}</p></div>
    ${onGoals ? html`<${Goals} room=${room} group=${group} />` : html`<${Voted} room=${room} />`}
  </aside>`
}

/** @param {{ room: Toimi.Room }} props */
function Voted({ room }) {
  const results = /** @type {Toimi.DotsResult[]} */ (room.store.all('result:').filter((each) => each.kind === 'dots'))
  const cards = results.flatMap((each) => each.cards).filter((each) => each.dots > 0).slice(0, TOP)
  if (!cards.length) return html`<p class="sm muted">${t('There has been no vote yet.')}</p>`
  return html`<ul class="ideas">${cards.map((each) => html`<${Vote} key=${each.card} room=${room} card=${each.card} dots=${each.dots} />`)}</ul>`
}

/** @param {{ room: Toimi.Room, card: string, dots: number }} props */
function Vote({ room, card, dots }) {
  const found = room.store.panel(`card:${card}`)
  if (!found) return null
  const words = tn('%(n)s vote', '%(n)s votes', dots)
  return html`<li><span lang=${spokenFace(room, found).lang}>${faceOf(room, found)}</span>
    ${dots <= MOST_DOTS ? html`<${Dots} on=${dots} label=${words} count block />` : html`<span class="ideas__votes">${words}</span>`}</li>`
}

/** @param {{ room: Toimi.Room, group: Toimi.Group }} props */
function Goals({ room, group }) {
  const goals = room.store.all('card:').filter((card) => card.kind === 'goal' && card.group === group.id && card.taken_out === null)
  if (!goals.length) return html`<p class="sm muted">${t('Your group has no goal yet.')}</p>`
  return goals.map((card) => html`<${GoalCard} key=${card.id} from=${textOfCard(room, card, ['from']).text} to=${textOfCard(room, card, ['to']).text} lang=${textOfCard(room, card, ['to']).lang} />`)
}
