/** After the last step: thanks, and where to find what was written. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room }} props */
export function OverWall({ room }) {
  const count = (/** @type {string} */ kind) => room.store.all('card:').filter((card) => card.kind === kind && card.shown && card.taken_out === null).length
  const got = [tn('%(n)s idea', '%(n)s ideas', count('idea')), tn('%(n)s goal', '%(n)s goals', count('goal')), tn('%(n)s metric', '%(n)s metrics', count('metric')), tn('%(n)s action', '%(n)s actions', count('action'))]
  return html`<${WallHead} title=${t('Thank you. The draft plan is in our hands.')} sub=${got.join(' · ')} />
    <section class="stage__body"><p class="stage__sub">${t('What you wrote is on your own page, to keep.')}</p></section>`
}
