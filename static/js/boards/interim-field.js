/** Values on the way to a target, a row each: a year or a day, and the value by then. Saved when one leaves the rows. */
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { onItsWay } from '../frame/pending.js'
import { Icon } from '../parts/icon.js'
import { answerOf, rowsOf, withEmpty } from './interim.js'

/** @typedef {import('./interim.js').Row} Row */

/** @param {{ room: Toimi.Room, card: Toimi.Card, field: Toimi.Field, disabled: boolean }} props */
export function InterimField({ room, card, field, disabled }) {
  const id = useId()
  const error = useSignal('')
  const typed = room.draft(`field:${card.id}:${field.key}`)
  const now = onItsWay(room, 'ReviseCard', { card: card.id, field: field.key })?.value ?? card.answers[field.key] ?? null
  const rows = /** @type {Row[]} */ (typed.value ? JSON.parse(typed.value) : rowsOf(now, room.language))
  const write = (/** @type {number} */ at, /** @type {Row} */ row) => {
    error.value = ''
    typed.value = JSON.stringify(withEmpty(rows.with(at, row)))
  }
  const leave = async (/** @type {FocusEvent & { currentTarget: HTMLElement }} */ event) => {
    if (!typed.value || event.currentTarget.contains(/** @type {Node | null} */ (event.relatedTarget))) return
    const value = answerOf(rows)
    if (value === undefined) return void (error.value = t('Give a year or a day, and the value reached by then as a number.'))
    const before = typed.value
    const body = { card: card.id, field: field.key, value, base: card.answers[field.key] ?? null, language: room.language }
    const outcome = JSON.stringify(value) === JSON.stringify(now) ? { ok: true, words: '' } : await room.ask('ReviseCard', body)
    if (!outcome.ok) error.value = outcome.words ?? ''
    else if (typed.value === before) typed.value = ''
  }
  const below = error.value ? `${id}-error` : `${id}-help`
  return html`<fieldset class="field rows" aria-describedby=${below} onFocusOut=${leave}>
    <legend class="field__label">${t(field.label)} <small>${t('optional')}</small></legend>
    <ol class="rows__list">
      ${rows.map((row, at) => html`<${Pair} key=${at} id=${`${id}-${at}`} row=${row} disabled=${disabled} wrong=${Boolean(error.value)} onRow=${(/** @type {Row} */ next) => write(at, next)} />`)}
    </ol>
    ${error.value
      ? html`<p class="field__error" id=${below} role="alert"><${Icon} name="alert" cls="" /><span>${error.value}</span></p>`
      : html`<p class="field__help" id=${below}>${t(field.help)}</p>`}
  </fieldset>`
}

/** @param {{ id: string, row: Row, disabled: boolean, wrong: boolean, onRow: (row: Row) => void }} props */
function Pair({ id, row: [when, value], disabled, wrong, onRow }) {
  const shared = { class: 'input', type: 'text', readOnly: disabled, autocomplete: 'off', 'aria-invalid': wrong && answerOf([[when, value]]) === undefined ? 'true' : undefined }
  return html`<li class="rows__row">
    <div><label class="rows__label" for=${`${id}-when`}>${t('Year or day')}</label>
      <input id=${`${id}-when`} ...${shared} value=${when} onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => onRow([event.currentTarget.value, value])} /></div>
    <div><label class="rows__label" for=${`${id}-value`}>${t('Value by then')}</label>
      <input id=${`${id}-value`} ...${shared} inputmode="decimal" value=${value} onInput=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => onRow([when, event.currentTarget.value])} /></div>
  </li>`
}
