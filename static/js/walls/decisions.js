/** What was decided: the words, the cards above the line, the reason. */
import { faceOf } from '../boards/choices.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, title: Toimi.Spoken }} props */
export function DecisionsWall({ room, step, title }) {
  const made = room.store.all('decision:').filter((each) => each.step === step.id).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const [last, ...earlier] = made
  return html`<${WallHead} title=${last.text && !room.store.panel('now')?.headline ? last.text : title.text} over=${t('Decided')} />
    <section class="stage__body decidedwall">
      ${last.cards.length > 0 && html`<ol>${last.cards.map((id) => room.store.panel(`card:${id}`)).filter((card) => card !== null).map((card) => html`<li key=${card.id} class="words" lang=${card.language}>${faceOf(room, card)}</li>`)}</ol>`}
      ${last.reason && html`<p class="stage__sub"><b>${t('Why')}</b> ${last.reason}</p>`}
      ${earlier.map((each) => html`<p key=${each.id} class="stage__sub">${each.text}</p>`)}
    </section>`
}
