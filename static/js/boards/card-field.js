/** One field on a card that a group writes: words are saved while they are written, figures and days when one leaves the field. */
import { useEffect, useMemo } from 'preact/hooks'
import { html } from '../core/html.js'
import { reviser } from '../core/revise.js'
import { t } from '../core/words.js'
import { onItsWay } from '../frame/pending.js'
import { Saved } from '../parts/saved.js'
import { figure } from './figure.js'
import { InterimField } from './interim-field.js'
import { KindField } from './kind-field.js'
import { filledFrom } from './library.js'

/** @typedef {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, card: Toimi.Card, field: Toimi.Field, disabled: boolean }} Props */

/** @param {Props} props */
export function CardField(props) {
  const { room, card, field, disabled } = props
  if (field.type === 'Text' || field.type === 'Person') return html`<${Written} room=${room} card=${card.id} field=${field} language=${languageOf(room, card, field)} disabled=${disabled} />`
  if (field.type === 'Number' || field.type === 'Day') return html`<${Figure} ...${props} />`
  if (field.type === 'Interim') return html`<${InterimField} room=${room} card=${card} field=${field} disabled=${disabled} />`
  return html`<${Chosen} ...${props} />`
}

/** The reader's own language where the text has it, else the one it was first written in. @param {Toimi.Room} room @param {Toimi.Card} card @param {Toimi.Field} field */
function languageOf(room, card, field) {
  const answer = /** @type {any} */ (card.answers[field.key])
  if (!answer?.texts) return card.language
  return answer.texts[room.language]?.text ? room.language : answer.language
}

/** @param {{ room: Toimi.Room, card: string, field: Toimi.Field, language: Toimi.Language, disabled: boolean }} props */
export function Written({ room, card, field, language, disabled }) {
  const text = useMemo(() => reviser(room, card, field.key, language), [card, field.key, language])
  useEffect(() => () => void text.save().then(text.close), [text])
  const where = `${card}:${field.key}`
  const input = (/** @type {string} */ value) => {
    text.onInput(value)
    room.near.tell({ where, writing: true })
  }
  const rest = () => {
    text.onBlur()
    room.near.tell({ where, writing: false })
  }
  return html`<${KindField} room=${room} field=${field} value=${text.value.value} onValue=${input} onBlur=${rest} error=${text.words.value} below=${html`<${Saved} state=${text.state.value} />`} disabled=${disabled} lang=${language} />
    ${text.theirs.value !== null && html`<p class="sm muted theirs"><b>${t('Somebody else wrote here meanwhile:')}</b> <span class="words" lang=${language}>${text.theirs.value}</span></p>`}`
}

/** What the card says now, or will once it is sent. @param {Toimi.Room} room @param {Toimi.Card} card @param {string} field */
const now = (room, card, field) => onItsWay(room, 'ReviseCard', { card: card.id, field })?.value ?? card.answers[field] ?? null

/** @param {Props} props */
function Chosen({ room, step, kind, card, field, disabled }) {
  const save = (/** @type {any} */ value) => {
    room.ask('ReviseCard', { card: card.id, field: field.key, value, base: card.answers[field.key] ?? null, language: room.language })
    if (field.type === 'Library' && value) for (const change of filledFrom(room, kind, card, value)) room.ask('ReviseCard', change)
  }
  return html`<${KindField} room=${room} step=${step} card=${card} field=${field} value=${now(room, card, field.key)} onValue=${save} disabled=${disabled} />
    ${field.type === 'Library' && html`<${Entry} room=${room} entry=${now(room, card, field.key)} />`}`
}

/** What the library says about the entry that was chosen. @param {{ room: Toimi.Room, entry: string | null }} props */
function Entry({ room, entry }) {
  const found = room.boot.pack.library.find(({ id }) => id === entry)
  if (!found) return null
  const caution = room.spoken(found.caution)
  const definition = room.spoken(found.definition)
  return html`<p class="sm muted mt-2" lang=${definition.lang}>${definition.text}</p>${caution.text && html`<p class="sm mt-2" lang=${caution.lang}><b>${t('Mind:')}</b> ${caution.text}</p>`}`
}

/** Kept on the device while it is typed: half a figure is nobody's business yet. @param {Props} props */
function Figure({ room, card, field, disabled }) {
  const typed = room.draft(`field:${card.id}:${field.key}`)
  const said = now(room, card, field.key)
  const value = typed.value || (said ?? '')
  const wrong = field.type === 'Number' && typeof figure(String(value)) === 'string'
  const input = (/** @type {string} */ text) => {
    typed.value = text
    if (!text) save(null)
  }
  const save = (/** @type {string | number | null} */ next) => {
    typed.value = ''
    if (next !== said) room.ask('ReviseCard', { card: card.id, field: field.key, value: next, base: said, language: room.language })
  }
  const rest = () => typed.value && !wrong && save(field.type === 'Number' ? figure(typed.value) : typed.value)
  return html`<${KindField} room=${room} field=${field} value=${String(value)} onValue=${input} onBlur=${rest} error=${wrong ? t('Write this as a number.') : ''} disabled=${disabled} />`
}
