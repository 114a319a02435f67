/** A form made of a kind's fields: the composer of every board that has no drawing of its own for them. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { SelectField, TextField } from '../parts/field.js'
import { Scale } from '../parts/scale.js'
import { optionsFor } from './choices.js'

/**
 * One field of a kind, whatever its type.
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Field} props.field
 * @param {any} props.value
 * @param {(value: any) => void} props.onValue
 * @param {() => void} [props.onBlur]
 * @param {string} [props.error]
 * @param {any} [props.below]
 * @param {boolean} [props.disabled]
 */
export function KindField({ room, field, value, onValue, onBlur, error, below, disabled = false }) {
  const labels = { label: t(field.label), note: field.required ? '' : t('optional'), help: field.help ? t(field.help) : '', error, below }
  if (field.type === 'Scale') return html`<${ScaleField} field=${field} labels=${labels} value=${value} onValue=${onValue} disabled=${disabled} />`
  const options = optionsFor(room, field)
  if (options) return html`<${SelectField} ...${labels} value=${first(value)} options=${options} empty=${t('Not chosen')} onPick=${(/** @type {string} */ key) => onValue(field.type === 'Objective' ? (key ? [key] : []) : key || null)} disabled=${disabled} />`
  return html`<${TextField} ...${labels} ...${typed(field)} value=${value ?? ''} onInput=${(/** @type {string} */ text) => onValue(field.type === 'Number' ? figure(text) : text)} onBlur=${onBlur} disabled=${disabled} />`
}

/** @param {any} value */
const first = (value) => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** @param {string} text a figure as people write it, with comma or point; anything else stays text and is told at the field */
const figure = (text) => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return plain === '' ? null : Number.isNaN(Number(plain)) || /[.,]$/.test(text) ? text : Number(plain)
}

/** @param {Toimi.Field} field */
const typed = (field) => {
  if (field.type === 'Day') return { type: 'date' }
  if (field.type === 'Number') return { inputmode: 'decimal' }
  return { words: field.type === 'Text', rows: field.lines > 1 ? field.lines : undefined, maxLength: field.limit }
}

/** @param {{ field: Toimi.Field, labels: any, value: number | null, onValue: (level: number) => void, disabled: boolean }} props */
function ScaleField({ field, labels, value, onValue, disabled }) {
  const levels = Array.from({ length: field.high - field.low + 1 }, (_, n) => ({ level: field.low + n, name: String(field.low + n) }))
  return html`<div class="field"><p class="field__label" aria-hidden="true">${labels.label}</p>
    <${Scale} legend=${labels.label} levels=${levels} level=${value} onLevel=${onValue} disabled=${disabled} quiet /></div>`
}
