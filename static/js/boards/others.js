/** What other groups have shown. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { textOfCard } from '../frame/steps.js'
import { Nth } from '../parts/card.js'
import { GoalParts } from '../parts/goal.js'
import { GroupMark, Status } from '../parts/marks.js'
import { faceOf, spokenFace } from './choices.js'

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: Toimi.Card[] }} props */
export function Others({ room, kind, cards }) {
  const sorted = [...cards].sort((a, b) => (letterOf(room, a) < letterOf(room, b) ? -1 : 1))
  return html`<section class="stack gap-4" aria-labelledby="others"><h2 id="others">${t('From the other groups')}</h2>
    <ol class="ideas-grid ideas-grid--wide">${sorted.map((card, at) => html`<${Other} key=${card.id} room=${room} kind=${kind} card=${card} nth=${at + 1} />`)}</ol></section>`
}

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, card: Toimi.Card, nth: number }} props */
function Other({ room, kind, card, nth }) {
  const to = textOfCard(room, card, ['to'])
  const from = textOfCard(room, card, ['from'])
  return html`<li class="card goal goal--sm stack gap-4">
    <p class="row row--apart sm"><span class="signed"><${Nth} n=${nth} /><${GroupMark} letter=${letterOf(room, card)} small /> <span class="sr">${t('Group')} </span></span>${card.ready && html`<${Status} kind="ok">${t('ready')}</${Status}>`}</p>
    ${kind.yields === 'goal' ? html`<${GoalParts} from=${from.text} to=${to.text} lang=${to.lang} />` : html`<p class="words" lang=${spokenFace(room, card).lang}>${faceOf(room, card)}</p>`}
  </li>`
}

/** @param {Toimi.Room} room @param {Toimi.Card} card */
const letterOf = (room, card) => (card.group ? (room.store.panel(`group:${card.group}`)?.letter ?? '') : '')
