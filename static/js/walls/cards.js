/** What was written, large: goals on their span, other cards in columns, under their group's letter. */
import { faceOf } from '../boards/choices.js'
import { html } from '../core/html.js'
import { tn } from '../core/words.js'
import { GoalParts } from '../parts/goal.js'
import { GroupMark } from '../parts/marks.js'
import { Fitted } from './fitted.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, cards: Toimi.Card[], title: Toimi.Spoken }} props */
export function CardsWall({ room, cards, title }) {
  const letter = (/** @type {Toimi.Card} */ card) => (card.group ? (room.store.panel(`group:${card.group}`)?.letter ?? '') : '')
  const sorted = cards.toSorted((a, b) => (letter(a) < letter(b) ? -1 : 1))
  const goals = cards[0]?.kind === 'goal'
  return html`<${WallHead} title=${title.text} lang=${title.lang} />
    <section class="stage__body"><${Fitted} wide=${goals} words=${(/** @type {number} */ n) => tn('and %(n)s more', 'and %(n)s more', n)}>
      ${sorted.map((card) => html`<li key=${card.id} class="wallcard">${letter(card) && html`<${GroupMark} letter=${letter(card)} />`}<${Words} room=${room} card=${card} /></li>`)}
    </${Fitted}></section>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card }} props */
function Words({ room, card }) {
  if (card.kind !== 'goal') return html`<p class="words" lang=${card.language}>${faceOf(room, card)}</p>`
  const to = room.spoken(/** @type {any} */ (card.answers.to ?? ''))
  return html`<${GoalParts} from=${room.said(/** @type {any} */ (card.answers.from ?? ''))} to=${to.text} lang=${to.lang} />`
}
