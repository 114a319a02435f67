/** Fields: label above, help below, an error in the place of the help; never a placeholder as label. */
import { useId } from 'preact/hooks'
import { html } from '../core/html.js'
import { Icon } from './icon.js'

/**
 * @typedef {object} Labels
 * @property {string} label
 * @property {string} [note] a small word beside the label: optional, who sees it
 * @property {any} [help]
 * @property {any} [error]
 * @property {any} [below] beside the help, at the end: saved mark, count
 */

/** @param {Labels & { id: string, children: any }} props */
export function Field({ id, label, note, help, error, below, children }) {
  return html`<div class="field">
    <label class="field__label" for=${id}>${label}${note && html` <small>${note}</small>`}</label>
    ${children}
    ${(help || error || below) && html`<div class="field__below"><${Under} id=${id} help=${help} error=${error} />${below}</div>`}
  </div>`
}

/** @param {{ id: string, help?: any, error?: any }} props */
function Under({ id, help, error }) {
  if (error) return html`<p class="field__error" id=${`${id}-error`} role="alert"><${Icon} name="alert" cls="" /><span>${error}</span></p>`
  return help ? html`<p class="field__help" id=${`${id}-help`}>${help}</p>` : html`<span />`
}

/**
 * What a control inside a Field says about itself.
 * @param {string} id
 * @param {{ help?: any, error?: any }} labels
 */
const told = (id, { help, error }) => ({
  id,
  'aria-invalid': error ? 'true' : undefined,
  'aria-describedby': error ? `${id}-error` : help ? `${id}-help` : undefined,
})

/**
 * A line, or several with `rows`. `words` sets it in the letters of what people write.
 * @param {Labels & { value: string, onInput: (text: string) => void, onBlur?: () => void, onKeyDown?: (event: KeyboardEvent) => void, rows?: number, words?: boolean, large?: boolean, lang?: string, maxLength?: number, readOnly?: boolean, disabled?: boolean, type?: string, inputmode?: string, autocomplete?: string, required?: boolean, unit?: string, place?: any }} props `place` is a ref
 */
export function TextField({ label, note, help, error, below, value, onInput, rows, words = false, large = false, unit, place, ...rest }) {
  const id = useId()
  const shared = {
    ...rest,
    ...told(id, { help, error }),
    ref: place,
    class: `input${words ? ' input--words' : ''}${large ? ' goal__text--lg' : ''}`,
    value,
    onInput: (/** @type {{ currentTarget: { value: string } }} */ event) => onInput(event.currentTarget.value),
  }
  const control = rows ? html`<textarea rows=${rows} ...${shared} />` : html`<input type="text" ...${shared} />`
  const inside = unit ? html`<div class="affix">${control}<span class="affix__unit">${unit}</span></div>` : control
  return html`<${Field} ...${{ id, label, note, help, error, below }}>${inside}</${Field}>`
}

/**
 * @param {Labels & { value: string, options: { value: string, words: string, under?: string }[], onPick: (value: string) => void, empty?: string, disabled?: boolean }} props
 * `empty` is the line for nothing chosen; options with the same `under` stand together
 */
export function SelectField({ label, note, help, error, below, value, options, onPick, empty, disabled }) {
  const id = useId()
  const picked = (/** @type {{ currentTarget: HTMLSelectElement }} */ event) => onPick(event.currentTarget.value)
  return html`<${Field} ...${{ id, label, note, help, error, below }}>
    <select class="input" ...${told(id, { help, error })} value=${value} disabled=${disabled} onChange=${picked}>
      ${empty !== undefined && html`<option value="">${empty}</option>`}
      ${grouped(options).map(([under, within]) =>
        under ? html`<optgroup key=${under} label=${under}>${within.map(option)}</optgroup>` : within.map(option),
      )}
    </select>
  </${Field}>`
}

/** @param {{ value: string, words: string }} props */
const option = ({ value, words }) => html`<option key=${value} value=${value}>${words}</option>`

/**
 * @param {{ value: string, words: string, under?: string }[]} options
 * @returns {[string, { value: string, words: string }[]][]}
 */
function grouped(options) {
  /** @type {Map<string, { value: string, words: string }[]>} */
  const groups = new Map()
  for (const each of options) groups.set(each.under ?? '', [...(groups.get(each.under ?? '') ?? []), each])
  return [...groups]
}

/** @param {{ label: any, on: boolean, onPick: (on: boolean) => void, disabled?: boolean }} props */
export function Check({ label, on, onPick, disabled }) {
  return html`<label class="choice">
    <input type="checkbox" checked=${on} disabled=${disabled} onChange=${() => onPick(!on)} /><span>${label}</span>
  </label>`
}

/** @param {{ label: any, on: boolean, onPick: (on: boolean) => void, disabled?: boolean }} props takes effect at once */
export function Switch({ label, on, onPick, disabled }) {
  return html`<label class="switch">
    <input type="checkbox" role="switch" checked=${on} disabled=${disabled} onChange=${() => onPick(!on)} /><span>${label}</span>
  </label>`
}

/** @param {{ label: string, children?: any }} props several choices under one label */
export function Choices({ label, children }) {
  return html`<fieldset class="field"><legend class="field__label">${label}</legend><div class="choices">${children}</div></fieldset>`
}
