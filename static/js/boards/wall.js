/** Ideas: written alone first, shown together, then put into named clusters by the groups or the host. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { cardsOf, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Note } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { spokenFace } from './choices.js'
import { Clusters } from './clusters.js'
import { Composer } from './composer.js'
import { Plain, Withdraw } from './plain.js'

/** @typedef {import('../frame/pending.js').SeenCard} SeenCard */

/** A kind without clusters has the plain board. @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Wall({ room, step, news }) {
  const kind = room.boot.kinds[step.kind]
  return html`<${kind.clusters ? Ideas : Plain} room=${room} step=${step} news=${news} />`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
function Ideas({ room, step, news }) {
  const ideas = cardsOf(room, step.id, 'idea')
  const own = ideas.filter((card) => card.by === room.seat && !card.shown)
  const shown = ideas.filter((card) => card.shown)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${(own.length > 0 || writable(room, step)) && html`<${Writing} room=${room} step=${step} own=${own} news=${news} />`}
    ${shown.length > 0 && html`<${Clusters} room=${room} step=${step} ideas=${shown} news=${news} />`}
    ${!shown.length && step.phase !== 'open' && html`<${Empty} title=${t('Nothing has been shown yet')} />`}
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, own: SeenCard[], news: any }} props */
function Writing({ room, step, own, news }) {
  const left = Number(step.options.each) - own.length
  const open = writable(room, step)
  return html`<section class="stack gap-4" aria-labelledby="own">
    <div class="row"><h2 id="own">${t('Your ideas')}</h2>${open && html`<p class="sm muted num" aria-live="polite">${left > 0 ? tn('%(n)s left', '%(n)s left', left) : t('All written')}</p>`}</div>
    <div class="solo">
      ${open && left > 0 && html`<${Composer} room=${room} step=${step} kind=${room.boot.kinds[step.kind]} news=${news} words=${t('Add the idea')} />`}
      ${own.length > 0 && html`<ol class="stack gap-3">${own.map((card, at) => html`<${Own} key=${card.id} room=${room} card=${card} nth=${at + 1} />`)}</ol>`}
    </div>
  </section>`
}

/** @param {{ room: Toimi.Room, card: SeenCard, nth: number }} props */
function Own({ room, card, nth }) {
  const words = spokenFace(room, card)
  const foot = card.sending ? t('Sending') : t('Hidden until all ideas are shown')
  return html`<${Note} as="li" nth=${nth} lang=${words.lang} state=${card.sending ? 'sending' : 'mine'} foot=${foot} aside=${html`<${Withdraw} room=${room} card=${card} />`}>${words.text}</${Note}>`
}
