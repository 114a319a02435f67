/** Ideas on the wall: named clusters with how many and the first of them; before there are any, the ideas themselves. */
import { faceOf } from '../boards/choices.js'
import { cardsOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { Fitted } from './fitted.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, title: Toimi.Spoken }} props */
export function ClustersWall({ room, step, title }) {
  const ideas = cardsOf(room, step.id, 'idea').filter((card) => card.shown)
  const inside = (/** @type {string} */ id) => ideas.filter((card) => card.cluster === id)
  const clusters = cardsOf(room, step.id, 'cluster').toSorted((a, b) => inside(b.id).length - inside(a.id).length)
  const loose = ideas.filter((card) => !clusters.some((each) => each.id === card.cluster)).length
  // The more clusters there are, the fewer ideas each can show.
  const most = clusters.length > 8 ? 1 : clusters.length > 4 ? 2 : 3
  const sub = clusters.length ? `${tn('In %(n)s cluster', 'In %(n)s clusters', clusters.length)}${loose ? `, ${tn('%(n)s still loose', '%(n)s still loose', loose)}` : ''}` : t('Written by all of us.')
  return html`<${WallHead} title=${title.text} lang=${title.lang} sub=${sub} />
    <section class="stage__body"><${Fitted} key=${clusters.length ? 'clusters' : 'ideas'} words=${(/** @type {number} */ n) => tn('and %(n)s more', 'and %(n)s more', n)}>
      ${clusters.length ? clusters.map((each) => html`<li key=${each.id} class="wallcard wallcard--cluster"><p class="wallcard__name" lang=${each.language}>${faceOf(room, each)} <b class="num">${inside(each.id).length}</b></p>
          <ul>${inside(each.id).slice(0, most).map((card) => html`<li key=${card.id} lang=${card.language}>${faceOf(room, card)}</li>`)}</ul></li>`)
        : ideas.map((card) => html`<li key=${card.id} class="wallcard words" lang=${card.language}>${faceOf(room, card)}</li>`)}
    </${Fitted}></section>`
}
