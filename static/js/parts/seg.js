/** One of two to four, side by side: radio buttons that look like one control. */
import { useId } from 'preact/hooks'
import { html } from '../core/html.js'
import { Icon } from './icon.js'

/**
 * @param {object} props
 * @param {string} props.label
 * @param {{ value: string, words: string, icon?: string }[]} props.options
 * @param {string | null} props.value
 * @param {(value: string) => void} props.onPick
 * @param {boolean} [props.fill] as wide as its place
 * @param {boolean} [props.heard] the label is heard, not seen
 * @param {boolean} [props.disabled]
 */
export function Seg({ label, options, value, onPick, fill = false, heard = true, disabled = false }) {
  const name = useId()
  return html`<fieldset class="field" disabled=${disabled}>
    <legend class=${heard ? 'sr' : 'field__label'}>${label}</legend>
    <div class=${fill ? 'seg seg--fill' : 'seg'}>
      ${options.map(
        (option) => html`<label key=${option.value} class="seg__opt">
          <input type="radio" name=${name} value=${option.value} checked=${option.value === value} onChange=${() => onPick(option.value)} />
          ${option.icon && html`<${Icon} name=${option.icon} />`}<span>${option.words}</span>
        </label>`,
      )}
    </div>
  </fieldset>`
}
