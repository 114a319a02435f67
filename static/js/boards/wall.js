/** Ideas: written alone first, shown together, then put into named clusters by the groups or the host. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { cardsOf } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Note } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { Clusters } from './clusters.js'
import { Composer, Withdraw, writable } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Wall({ room, step, news }) {
  const ideas = cardsOf(room, step.id, 'idea')
  const own = ideas.filter((card) => card.by === room.seat && !card.shown)
  const shown = ideas.filter((card) => card.shown)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${writable(room, step) && html`<${Writing} room=${room} step=${step} own=${own} news=${news} />`}
    ${shown.length > 0 && html`<${Clusters} room=${room} step=${step} ideas=${shown} news=${news} />`}
    ${!shown.length && step.phase !== 'open' && html`<${Empty} title=${t('Nothing has been shown yet')} />`}
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, own: Toimi.Card[], news: any }} props */
function Writing({ room, step, own, news }) {
  const most = Number(step.options.each)
  const left = most - own.length
  return html`<section class="solo" aria-labelledby="own">
    <div class="stack gap-4">
      <div class="row row--apart"><h2 id="own">${t('Your ideas')}</h2><p class="sm muted num" aria-live="polite">${left > 0 ? tn('%(n)s left', '%(n)s left', left) : t('All written')}</p></div>
      ${left > 0 && html`<${Composer} room=${room} step=${step} kind=${room.boot.kinds[step.kind]} news=${news} words=${t('Add the idea')} />`}
    </div>
    ${own.length > 0 && html`<ul class="ideas-grid">${own.map((card) => html`<${Note} key=${card.id} as="li" lang=${card.language} state="mine" foot=${t('Hidden until all ideas are shown')} aside=${html`<${Withdraw} room=${room} card=${card} />`}>${room.said(/** @type {any} */ (card.answers.text))}</${Note}>`)}</ul>`}
  </section>`
}
