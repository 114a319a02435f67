/** What a group builds on: what was voted for or came along when it writes goals, its goals when it writes metrics and actions. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { textOfCard } from '../frame/steps.js'
import { GoalCard } from '../parts/goal.js'
import { Dots } from '../parts/marks.js'
import { brought, BroughtFocus, BroughtLevels, From, goalsOf } from './brought.js'
import { faceOf, spokenFace } from './choices.js'

const TOP = 6
/** More dots than this do not fit beside each other; a figure says it. */
const MOST_DOTS = 12

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, group: Toimi.Group }} props */
export function Sources({ room, kind, group }) {
  const onGoals = kind.fields.some((field) => field.type === 'Card' && field.of === 'goal')
  return html`<aside class="source" aria-labelledby="source">
    <h2 id="source">${t('What you build on')}</h2>
    ${onGoals ? html`<${Goals} room=${room} group=${group} />` : html`<${Chosen} room=${room} />`}
  </aside>`
}

/** What was voted for, and what came along. @param {{ room: Toimi.Room }} props */
function Chosen({ room }) {
  const voted = mostVoted(room)
  const came = brought(room, 'idea').filter((card) => !voted.some((each) => each.card === card.id))
  return html`${(voted.length > 0 || !came.length) && html`<${Voted} room=${room} voted=${voted} />`}
    <${BroughtFocus} room=${room} cards=${came} /><${BroughtLevels} room=${room} />`
}

/** @param {Toimi.Room} room */
function mostVoted(room) {
  const results = /** @type {Toimi.DotsResult[]} */ (room.store.all('result:').filter((each) => each.kind === 'dots'))
  return results.flatMap((each) => each.cards).filter((each) => each.dots > 0).slice(0, TOP)
}

/** @param {{ room: Toimi.Room, voted: { card: string, dots: number }[] }} props */
function Voted({ room, voted }) {
  return html`<p class="sm muted">${t('What the room voted for most.')}</p>
    ${voted.length ? html`<ul class="ideas">${voted.map((each) => html`<${Vote} key=${each.card} room=${room} card=${each.card} dots=${each.dots} />`)}</ul>` : html`<p class="sm muted">${t('There has been no vote yet.')}</p>`}`
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
  const goals = goalsOf(room, group)
  if (!goals.length) return html`<p class="sm muted">${t('Your group has no goal yet.')}</p>`
  return html`<p class="sm muted">${goals.some((card) => card.group === group.id) ? t('The goals of your group.') : t('The goals that came along.')}</p>
    ${goals.map((card) => html`<${GoalCard} key=${card.id} from=${textOfCard(room, card, ['from']).text} to=${textOfCard(room, card, ['to']).text} lang=${textOfCard(room, card, ['to']).lang} foot=${html`<${From} card=${card} />`} />`)}`
}
