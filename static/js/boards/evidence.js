/** An example or evidence on at most three statements: hidden until the room's result is shown. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { cardsOf } from '../frame/steps.js'
import { Note } from '../parts/card.js'
import { Composer, Withdraw } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, asked: Toimi.Pack['statements'], news: any }} props */
export function Evidence({ room, step, asked, news }) {
  const own = cardsOf(room, step.id, 'evidence').filter((card) => card.by === room.seat)
  const most = Number(step.options.evidence_limit)
  return html`<section class="stack gap-4" aria-labelledby="evidence">
    <div><h2 id="evidence">${t('What shows it?')}</h2><p class="sm muted mt-2">${t('An example or evidence, on at most %(n)s statements. The room sees it with the result, without your name.', { n: most })}</p></div>
    ${own.length > 0 &&
    html`<ul class="stack gap-3">
      ${own.map((card) => html`<${Note} key=${card.id} as="li" lang=${card.language} state="mine" foot=${label(room, asked, card)} aside=${html`<${Withdraw} room=${room} card=${card} />`}>${room.said(/** @type {any} */ (card.answers.text))}</${Note}>`)}
    </ul>`}
    ${own.length < most && html`<${Composer} room=${room} step=${step} kind=${room.boot.kinds[step.kind]} news=${news} words=${t('Add the example')} />`}
  </section>`
}

/** @param {Toimi.Room} room @param {Toimi.Pack['statements']} asked @param {Toimi.Card} card */
const label = (room, asked, card) => room.said(asked.find((each) => each.id === card.answers.statement)?.text ?? null)
