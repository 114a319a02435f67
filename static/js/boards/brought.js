/** What came along from an earlier workshop or a plan, while no step here asks for it: a group builds on it. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Span } from '../parts/marks.js'
import { spokenFace } from './choices.js'
import { Official, stated } from './unofficial.js'

/** Living cards of a kind that came along, whether or not a step asks for them. @param {Toimi.Room} room @param {string} kind */
export const brought = (room, kind) => room.store.all('card:').filter((card) => card.kind === kind && card.source && card.taken_out === null)

/**
 * The goals a group builds on: its own with those that came along without a group, else all that no step here asks for.
 * @param {Toimi.Room} room @param {Toimi.Group} group
 */
export function goalsOf(room, group) {
  const own = room.store.all('card:').filter((card) => card.kind === 'goal' && card.group === group.id && card.taken_out === null)
  const near = [...own, ...brought(room, 'goal').filter((card) => !card.group)]
  return near.length ? near : brought(room, 'goal').filter((card) => !card.step)
}

/** From where a card came, where it did. @param {{ card: Toimi.Card }} props */
export const From = ({ card }) => (card.source ? html`<span class="xs faint">${t('Brought along from %(workshop)s', { workshop: card.source })}</span>` : null)

/** @param {{ room: Toimi.Room, cards: Toimi.Card[] }} props */
export function BroughtFocus({ room, cards }) {
  if (!cards.length) return null
  return html`<section aria-labelledby="focus-brought"><h3 id="focus-brought" class="sm">${t('The focus that came along')}</h3>
    <ul class="ideas mt-2">${cards.map((card) => html`<${Idea} key=${card.id} room=${room} card=${card} />`)}</ul></section>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card }} props */
function Idea({ room, card }) {
  const { text, lang } = spokenFace(room, card)
  return html`<li><p lang=${lang}>${text}</p><${From} card=${card} /></li>`
}

/** The levels agreed in an earlier workshop. @param {{ room: Toimi.Room }} props */
export function BroughtLevels({ room }) {
  const agreed = room.store.panel('agreed')
  if (!agreed) return null
  const statements = room.boot.pack.statements.filter((each) => agreed[each.id])
  return html`<details><summary class="sm">${t('Agreed levels and target levels')}</summary>
    <ul class="ideas mt-2">${statements.map((each) => html`<li key=${each.id}><p><${Official} room=${room} of=${stated(each)} /></p><${Level} agreed=${agreed[each.id]} /></li>`)}</ul></details>`
}

/** @param {{ agreed: Toimi.Agreed[string] }} props */
function Level({ agreed }) {
  return html`<p>${agreed.target ? html`<${Span} from=${agreed.level} to=${agreed.target} between=${t('to')} />` : html`<b>${agreed.level}</b>`}</p>
    <span class="xs faint">${t('Brought along from %(workshop)s', { workshop: agreed.source })}</span>`
}
