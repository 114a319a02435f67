/** The plain board: a kind's form, and the cards that came of it. Any kind of step works on it as it is. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { cardsOf, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Note } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { optionsFor } from './choices.js'
import { Composer } from './composer.js'

/** @typedef {import('../frame/pending.js').SeenCard} SeenCard */

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any, words?: string, children?: any }} props children stand after the task; `words` on the button */
export function Plain({ room, step, news, words, children }) {
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${children}
    <${Contributions} room=${room} step=${step} news=${news} words=${words} />
  </div>`
}

/** The form, one's own hidden cards, and those that are shown. @param {{ room: Toimi.Room, step: Toimi.Step, news: any, words?: string }} props */
export function Contributions({ room, step, news, words }) {
  const kind = room.boot.kinds[step.kind]
  const cards = cardsOf(room, step.id, kind.yields)
  const own = cards.filter((card) => card.by === room.seat && !card.shown)
  const shown = cards.filter((card) => !own.includes(card))
  const open = writable(room, step) && kind.fields.length > 0
  return html`${open && html`<div class="solo"><${Composer} room=${room} step=${step} kind=${kind} news=${news} words=${words} /><${Own} room=${room} kind=${kind} cards=${own} /></div>`}
    ${!open && html`<${Own} room=${room} kind=${kind} cards=${own} />`}
    ${shown.length > 0 && html`<${CardList} room=${room} kind=${kind} cards=${shown} />`}
    ${!cards.length && !open && html`<${Empty} title=${t('Nothing here yet')} />`}`
}

/** What this person wrote and others do not see yet. @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: SeenCard[] }} props */
function Own({ room, kind, cards }) {
  if (!cards.length) return null
  const foot = (/** @type {SeenCard} */ card) => (card.sending ? t('Sending') : kind.solo_first ? t('Hidden until it is shown to all') : '')
  return html`<section class="stack gap-3" aria-label=${t('Your own')}>
    <ol class="stack gap-3">
      ${cards.map((card, at) => html`<${Note} key=${card.id} as="li" nth=${at + 1} state=${card.sending ? 'sending' : 'mine'} foot=${foot(card)} aside=${html`<${Withdraw} room=${room} card=${card} />`}><${Lines} room=${room} kind=${kind} card=${card} /></${Note}>`)}
    </ol>
  </section>`
}

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: SeenCard[] }} props */
export function CardList({ room, kind, cards }) {
  return html`<ol class="ideas-grid" aria-label=${t(kind.title)}>
    ${cards.map((card, at) => html`<${Note} key=${card.id} as="li" nth=${at + 1} foot=${signed(room, card)} aside=${html`<${Withdraw} room=${room} card=${card} />`}><${Lines} room=${room} kind=${kind} card=${card} /></${Note}>`)}
  </ol>`
}

/** Who wrote it, where that is shown. @param {Toimi.Room} room @param {Toimi.Card} card */
export const signed = (room, card) => (card.by ? room.store.panel(`seat:${card.by}`)?.name : '')

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, card: Toimi.Card }} props */
function Lines({ room, kind, card }) {
  return kind.fields
    .filter((field) => card.answers[field.key] !== undefined && card.answers[field.key] !== null && card.answers[field.key] !== '')
    .map((field) => html`<${Line} key=${field.key} room=${room} field=${field} answer=${card.answers[field.key]} language=${card.language} />`)
}

/** @param {{ room: Toimi.Room, field: Toimi.Field, answer: any, language: Toimi.Language }} props */
function Line({ room, field, answer, language }) {
  if (field.type === 'Text') {
    const spoken = typeof answer === 'string' ? { text: answer, lang: language } : room.spoken(answer)
    return html`<p lang=${spoken.lang}>${spoken.text}</p>`
  }
  const chosen = optionsFor(room, field)?.find(({ value }) => value === String(Array.isArray(answer) ? answer[0] : answer))
  return html`<p class="sm"><span class="muted">${t(field.label)} </span>${chosen?.words ?? String(answer)}</p>`
}

/** One's own card can be taken back. @param {{ room: Toimi.Room, card: SeenCard }} props */
export function Withdraw({ room, card }) {
  if (card.by !== room.seat || card.sending) return null
  return html`<button type="button" class="btn btn--quiet btn--sm" onClick=${() => room.ask('WithdrawCard', { card: card.id })}>${t('Take back')}</button>`
}
