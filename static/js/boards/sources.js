/** What a group builds on: the ideas most voted for when it writes goals, its goals when it writes metrics and actions. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { GoalCard } from '../parts/goal.js'
import { Dots } from '../parts/marks.js'
import { faceOf } from './choices.js'

const TOP = 6

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
  const results = room.store.all('result:').filter((each) => each.kind === 'dots')
  const cards = results.flatMap((each) => each.cards).filter((/** @type {any} */ each) => each.dots > 0).slice(0, TOP)
  if (!cards.length) return html`<p class="sm muted">${t('There has been no vote yet.')}</p>`
  return html`<ul class="ideas">
    ${cards.map((/** @type {any} */ each) => {
      const card = room.store.panel(`card:${each.card}`)
      return card && html`<li key=${each.card} lang=${card.language}>${faceOf(room, card)}<${Dots} on=${each.dots} label=${tn('%(n)s vote', '%(n)s votes', each.dots)} count block /></li>`
    })}
  </ul>`
}

/** @param {{ room: Toimi.Room, group: Toimi.Group }} props */
function Goals({ room, group }) {
  const goals = room.store.all('card:').filter((card) => card.kind === 'goal' && card.group === group.id && card.taken_out === null)
  if (!goals.length) return html`<p class="sm muted">${t('Your group has no goal yet.')}</p>`
  return goals.map((card) => html`<${GoalCard} key=${card.id} from=${room.said(/** @type {any} */ (card.answers.from ?? ''))} to=${room.said(/** @type {any} */ (card.answers.to ?? ''))} lang=${card.language} />`)
}
