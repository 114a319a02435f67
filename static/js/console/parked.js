/** The parking lot: what should not be lost. */
import { faceOf } from '../boards/choices.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { CardMenu } from './desks/card-menu.js'

/** @param {{ host: import('./host.js').Host }} props */
export function Parked({ host }) {
  const { room } = host
  const cards = room.store.all('card:').filter((card) => card.kind === 'parked' && card.taken_out === null)
  if (!cards.length) return null
  return html`<details><summary>${t('Parking lot: %(n)s', { n: cards.length })}</summary>
    <ul class="ideas-grid mt-3">${cards.map((card) => html`<${Note} key=${card.id} as="li" lang=${card.language} aside=${html`<${CardMenu} host=${host} card=${card} />`}>${faceOf(room, card)}</${Note}>`)}</ul>
  </details>`
}
