/** The fields of a group's sheet: texts saved while they are written, choices at once; what belongs to later is folded. */
import { useEffect, useMemo } from 'preact/hooks'
import { html } from '../core/html.js'
import { reviser } from '../core/revise.js'
import { t } from '../core/words.js'
import { GoalFields } from '../parts/goal.js'
import { Saved } from '../parts/saved.js'
import { KindField } from './composer.js'
import { Kept } from './kept-wordings.js'
import { Languages } from './parallel.js'
import { writable } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, card: Toimi.Card }} props */
export function SheetFields({ room, step, kind, card }) {
  const may = writable(room, step) || step.phase === 'revealed'
  const field = (/** @type {Toimi.Field} */ each) => html`<${CardField} key=${each.key} room=${room} card=${card} field=${each} disabled=${!may} />`
  const span = kind.fields.filter((each) => ['from', 'to'].includes(each.key))
  const rest = kind.fields.filter((each) => !span.includes(each))
  const live = rest.filter((each) => each.live)
  const later = rest.filter((each) => !each.live)
  return html`<div class="pane goalbox stack gap-5">
    ${span.length === 2 && html`<${GoalFields} from=${field(span[0])} to=${field(span[1])} />`}
    ${card.kept.length > 0 && html`<${Kept} room=${room} card=${card} kind=${kind} />`}
    <div class="sheet-grid">${live.map(field)}</div>
    ${later.length > 0 && html`<details class="later"><summary>${t('For afterwards: %(n)s more fields', { n: later.length })}</summary><div class="sheet-grid mt-4">${later.map(field)}</div></details>`}
    <div class="row row--apart">
      <${Languages} room=${room} card=${card} kind=${kind} />
      ${may && html`<button type="button" class=${card.ready ? 'btn' : 'btn btn--primary'} onClick=${() => room.ask('MarkCardReady', { card: card.id, ready: !card.ready })}>${card.ready ? t('Back into work') : t('Mark as ready')}</button>`}
    </div>
  </div>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, field: Toimi.Field, disabled: boolean }} props */
function CardField({ room, card, field, disabled }) {
  return field.type === 'Text' || field.type === 'Person'
    ? html`<${Written} room=${room} card=${card.id} field=${field} language=${languageOf(room, card, field)} disabled=${disabled} />`
    : html`<${Chosen} room=${room} card=${card} field=${field} disabled=${disabled} />`
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
  const input = (/** @type {string} */ value) => {
    text.onInput(value)
    room.near.tell({ where: `${card}:${field.key}`, writing: true })
  }
  const shown = text.value.value === '…' ? '' : text.value.value
  return html`<${KindField} room=${room} field=${field} value=${shown} onValue=${input} onBlur=${text.onBlur} error=${text.words.value} below=${html`<${Saved} state=${text.state.value} />`} disabled=${disabled} lang=${language} />`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, field: Toimi.Field, disabled: boolean }} props */
function Chosen({ room, card, field, disabled }) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'ReviseCard' && body.card === card.id && body.field === field.key).at(-1)
  const typed = room.draft(`field:${card.id}:${field.key}`)
  const now = sent ? sent.body.value : card.answers[field.key]
  const save = (/** @type {any} */ value) => {
    if (typeof value === 'string' && field.type === 'Number') return void (typed.value = value)
    typed.value = ''
    room.ask('ReviseCard', { card: card.id, field: field.key, value, base: card.answers[field.key] ?? null, language: room.language })
  }
  return html`<${KindField} room=${room} field=${field} value=${typed.value || now} onValue=${save} error=${typed.value ? t('Write this as a number.') : ''} disabled=${disabled} />`
}
