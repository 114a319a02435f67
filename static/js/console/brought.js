/** What came along from earlier and no step here asks for: to read, and to take out what no longer holds. */
import { BroughtLevels } from '../boards/brought.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { CardFace } from './card-face.js'
import { CardMenu } from './desks/card-menu.js'

/** @param {{ host: import('./host.js').Host }} props */
export function Brought({ host }) {
  const { room } = host
  const cards = room.store.all('card:').filter((card) => card.source && !card.step && card.taken_out === null)
  return html`${cards.length > 0 && html`<details><summary>${t('Came along from earlier: %(n)s', { n: cards.length })}</summary>
      <ul class="sheets mt-3">${cards.map((card) => html`<li key=${card.id}><${CardFace} room=${room} card=${card} aside=${html`<${CardMenu} host=${host} card=${card} />`} /></li>`)}</ul>
    </details>`}
    <${BroughtLevels} room=${room} />`
}
