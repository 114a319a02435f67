/** The plain board: a kind's form, and the cards that came of it. Any kind of step works on it as it is. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t } from '../core/words.js'
import { Task } from '../frame/task.js'
import { cardsOf } from '../frame/steps.js'
import { Note } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { KindField } from './composer.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any, children?: any }} props children stand between form and cards */
export function Plain({ room, step, news, children }) {
  const kind = room.boot.kinds[step.kind]
  const cards = cardsOf(room, step.id, kind.yields)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${writable(room, step) && kind.fields.length > 0 && html`<${Composer} room=${room} step=${step} kind=${kind} news=${news} />`}
    ${children}
    ${cards.length ? html`<${CardList} room=${room} kind=${kind} cards=${cards} />` : html`<${Empty} title=${t('Nothing here yet')} />`}
  </div>`
}

/** Whether this person may write in the step now. @param {Toimi.Room} room @param {Toimi.Step} step */
export const writable = (room, step) => {
  const now = room.store.panel('now')
  const group = room.store.panel('me')?.group
  const ahead = !!group && now?.ahead[group] === step.id
  return room.role !== 'observer' && !now?.frozen && (step.phase === 'open' || ahead)
}

/**
 * What is typed stays on the device until it is sent, and at the field if it is refused.
 * @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, news: any, words?: string }} props
 */
export function Composer({ room, step, kind, news, words = t('Add') }) {
  const kept = room.draft(`compose:${step.id}:${kind.yields}`)
  const error = useSignal(/** @type {{ field?: string | null, words?: string }} */ ({}))
  const answers = kept.value ? JSON.parse(kept.value) : {}
  const set = (/** @type {string} */ key, /** @type {any} */ value) => (kept.value = JSON.stringify({ ...answers, [key]: value }))
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const sent = kept.value
    kept.value = ''
    const body = { card: newId(), step: step.id, answers, language: room.language, group: null, cluster: null }
    const outcome = await room.ask('AddCard', body)
    error.value = outcome.ok ? {} : outcome
    if (!outcome.ok && !kept.value) kept.value = sent
    if (!outcome.ok && !outcome.field) news.say(outcome.words, { icon: 'alert' })
  }
  const wanted = kind.fields.filter((field) => field.live)
  return html`<form class="pane pane__pad stack gap-4" onSubmit=${add}>
    ${wanted.map((field) => html`<${KindField} key=${field.key} room=${room} field=${field} value=${answers[field.key]} onValue=${(/** @type {any} */ value) => set(field.key, value)} error=${error.value.field === field.key ? error.value.words : ''} />`)}
    <div class="row"><button type="submit" class="btn btn--primary">${words}</button></div>
  </form>`
}

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: Toimi.Card[] }} props */
export function CardList({ room, kind, cards }) {
  const pending = room.pending.value.filter((ask) => ask.type === 'AddCard').map((ask) => ask.body.card)
  return html`<ul class="ideas-grid" aria-label=${t(kind.title)}>
    ${cards.map((card) => html`<${Note} key=${card.id} as="li" state=${pending.includes(card.id) ? 'sending' : ''} foot=${signed(room, card)} aside=${html`<${Withdraw} room=${room} card=${card} />`}><${Lines} room=${room} kind=${kind} card=${card} /></${Note}>`)}
  </ul>`
}

/** @param {Toimi.Room} room @param {Toimi.Card} card */
const signed = (room, card) => (card.by ? room.store.panel(`seat:${card.by}`)?.name : '')

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, card: Toimi.Card }} props */
function Lines({ room, kind, card }) {
  return kind.fields
    .filter((field) => card.answers[field.key] !== undefined && card.answers[field.key] !== null && card.answers[field.key] !== '')
    .map((field) => {
      const spoken = room.spoken(/** @type {any} */ (card.answers[field.key]))
      return html`<p key=${field.key} lang=${spoken.lang}>${field.type !== 'Text' && html`<span class="xs muted">${t(field.label)} </span>`}${spoken.text || String(card.answers[field.key])}</p>`
    })
}

/** One's own card can be taken back. @param {{ room: Toimi.Room, card: Toimi.Card }} props */
export function Withdraw({ room, card }) {
  if (card.by !== room.seat) return null
  return html`<button type="button" class="linklike" onClick=${() => room.ask('WithdrawCard', { card: card.id })}>${t('Take back')}</button>`
}
