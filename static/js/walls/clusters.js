/** Ideas on the wall: named clusters with how many and the first of them; before there are any, the ideas themselves. */
import { faceOf } from '../boards/choices.js'
import { cardsOf, focusOf } from '../frame/steps.js'
import { Focus } from '../frame/task.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { byName } from './by-name.js'
import { Fitted } from './fitted.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, title: Toimi.Spoken }} props */
export function ClustersWall({ room, step, title }) {
  const ideas = cardsOf(room, step.id, 'idea').filter((card) => card.shown)
  const clusters = cardsOf(room, step.id, 'cluster')
  const named = byName(clusters, (each) => faceOf(room, each), (each) => ideas.filter((card) => card.cluster === each.id))
  const loose = ideas.filter((card) => !clusters.some((each) => each.id === card.cluster)).length
  // The more names there are, the fewer ideas each can show.
  const most = named.length > 12 ? 0 : named.length > 8 ? 1 : named.length > 4 ? 2 : 3
  const sub = clusters.length ? `${tn('In %(n)s cluster', 'In %(n)s clusters', clusters.length)}${loose ? `, ${tn('%(n)s still loose', '%(n)s still loose', loose)}` : ''}` : t('Written by all of us.')
  const over = focusOf(room, step) && html`<${Focus} room=${room} step=${step} />`
  return html`<${WallHead} over=${over} title=${title.text} lang=${title.lang} sub=${sub} />
    <section class="stage__body"><${Fitted} key=${clusters.length ? 'clusters' : 'ideas'} words=${(/** @type {number} */ n) => tn('and %(n)s more', 'and %(n)s more', n)}>
      ${clusters.length ? named.map((each) => html`<${Cluster} key=${each.key} room=${room} named=${each} most=${most} />`)
        : ideas.map((card) => html`<li key=${card.id} class="wallcard words" lang=${card.language}>${faceOf(room, card)}</li>`)}
    </${Fitted}></section>`
}

/** @param {{ room: Toimi.Room, named: import('./by-name.js').Named<Toimi.Card, Toimi.Card>, most: number }} props */
function Cluster({ room, named: { name, clusters, ideas }, most }) {
  return html`<li class="wallcard wallcard--cluster"><p class="wallcard__name" lang=${clusters[0].language}>${name} <b class="num">${ideas.length}</b></p>
    ${clusters.length > 1 && html`<p class="wallcard__foot">${tn('named so by %(n)s group', 'named so by %(n)s groups', clusters.length)}</p>`}
    ${most > 0 && html`<ul>${ideas.slice(0, most).map((card) => html`<li key=${card.id} lang=${card.language}>${faceOf(room, card)}</li>`)}</ul>`}</li>`
}
