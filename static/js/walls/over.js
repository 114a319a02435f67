/** After the last step: thanks, what came of the day, what was decided, and where to find what one wrote. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { WallHead } from './head.js'

const DECISIONS = 5

/** @param {{ room: Toimi.Room }} props */
export function OverWall({ room }) {
  const decided = room.store.all('decision:').toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const rest = decided.length - DECISIONS
  return html`<div class=${decided.length ? 'overwall' : 'overwall overwall--alone'}>
    <${WallHead} title=${t('Thank you. The draft plan is in our hands.')} />
    <${Yields} room=${room} />
    ${decided.length > 0 && html`<section aria-labelledby="decided"><h2 id="decided">${t('What we decided')}</h2>
      <ul class="overwall__decided">${decided.slice(0, DECISIONS).map((each) => html`<li key=${each.id} class="words">${each.text}</li>`)}</ul>
      ${rest > 0 && html`<p class="fitted__more">${tn('and %(n)s more', 'and %(n)s more', rest)}</p>`}</section>`}
    <p class="stage__sub">${t('What you wrote is on your own page, to keep.')}</p>
  </div>`
}

/** @type {[string, (n: number) => string][]} */
const KINDS = [
  ['goal', (n) => tn('goal', 'goals', n)],
  ['metric', (n) => tn('metric', 'metrics', n)],
  ['action', (n) => tn('action', 'actions', n)],
  ['idea', (n) => tn('idea', 'ideas', n)],
]

/** How many of each came out of the day; none is not said. @param {{ room: Toimi.Room }} props */
function Yields({ room }) {
  const cards = room.store.all('card:').filter((card) => card.shown && card.taken_out === null)
  const counts = KINDS.map(([kind, words]) => ({ words, n: cards.filter((card) => card.kind === kind).length })).filter(({ n }) => n > 0)
  return html`<ul class="overwall__got">${counts.map(({ words, n }) => html`<li key=${words(n)}><b class="num">${n}</b> ${words(n)}</li>`)}</ul>`
}
