/** One field of a kind, whatever its type. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { SelectField, TextField } from '../parts/field.js'
import { Scale } from '../parts/scale.js'
import { optionsFor } from './choices.js'
import { legend, stated } from './unofficial.js'

/**
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Field} props.field
 * @param {any} props.value
 * @param {(value: any) => void} props.onValue
 * @param {() => void} [props.onBlur]
 * @param {Toimi.Step} [props.step] whose statements may be chosen; all of the pack when not told
 * @param {Toimi.Card} [props.card] the one that is filled in, which may bear on what fits
 * @param {string} [props.lang] of the words
 * @param {string} [props.error]
 * @param {any} [props.below]
 * @param {boolean} [props.disabled]
 */
export function KindField({ room, field, value, onValue, onBlur, step, card, lang, error, below, disabled = false }) {
  const labels = { label: t(field.label), note: field.required ? '' : t('optional'), help: helpOf(room, field), error, below }
  if (field.type === 'Scale') return html`<${ScaleField} field=${field} labels=${labels} value=${value} onValue=${onValue} disabled=${disabled} />`
  const options = optionsFor(room, field, { step, card })
  const picked = (/** @type {string} */ key) => onValue(field.type === 'Objective' ? (key ? [key] : []) : key || null)
  if (options) return html`<${SelectField} ...${labels} value=${first(value)} options=${options} empty=${t('Not chosen')} onPick=${picked} disabled=${disabled} />`
  return html`<${TextField} ...${labels} ...${typed(field)} value=${value ?? ''} onInput=${onValue} onBlur=${onBlur} readOnly=${disabled} lang=${lang} />`
}

/** The field's help; where objectives carry a mark, what the mark means. @param {Toimi.Room} room @param {Toimi.Field} field */
function helpOf(room, field) {
  const marked = field.type === 'Objective' && legend(room, room.boot.pack.objectives.map(stated))
  return [field.help && t(field.help), marked].filter(Boolean).join(' ')
}

/** @param {any} value */
const first = (value) => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

/** @param {Toimi.Field} field */
function typed(field) {
  if (field.type === 'Day') return { type: 'date' }
  if (field.type === 'Number') return { inputmode: 'decimal' }
  return { words: field.type === 'Text', rows: field.lines > 1 ? field.lines : undefined, maxLength: field.limit }
}

/** @param {{ field: Toimi.Field, labels: any, value: number | null, onValue: (level: number) => void, disabled: boolean }} props */
function ScaleField({ field, labels, value, onValue, disabled }) {
  const levels = Array.from({ length: field.high - field.low + 1 }, (_, n) => ({ level: field.low + n, name: String(field.low + n) }))
  return html`<div class="field short-scale"><p class="field__label" aria-hidden="true">${labels.label}</p>
    <${Scale} legend=${labels.label} levels=${levels} level=${value} onLevel=${onValue} disabled=${disabled} quiet /></div>`
}
