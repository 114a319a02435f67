/** The pack's ladder as a radio group: arrows move, the level's text follows the choice. */
import { useId } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { vars } from './vars.js'

/**
 * @typedef {{ level: number, name: string, text?: string }} Level
 * @typedef {'dont_know' | 'not_applicable'} None
 */

/** @type {{ none: None, words: () => string }[]} */
const NONES = [
  { none: 'dont_know', words: () => t("Don't know") },
  { none: 'not_applicable', words: () => t('Not applicable') },
]

/**
 * @param {object} props
 * @param {string} props.legend read aloud before the levels
 * @param {Level[]} props.levels
 * @param {number | null} [props.level] the chosen one
 * @param {None | null} [props.none]
 * @param {(level: number) => void} props.onLevel
 * @param {(none: None | null) => void} [props.onNone] without it there is no way round the scale
 * @param {boolean} [props.disabled]
 * @param {boolean} [props.quiet] without the level's text below
 */
export function Scale({ legend, levels, level = null, none = null, onLevel, onNone, disabled = false, quiet = false }) {
  const name = useId()
  const chosen = levels.find((each) => each.level === level)
  return html`<fieldset class="scale" disabled=${disabled} ref=${vars({ '--n': levels.length })}>
    <legend class="sr">${legend}</legend>
    <div class="scale__track">
      ${levels.map((each) => html`<${Option} key=${each.level} each=${each} name=${name} level=${level} onLevel=${onLevel} />`)}
    </div>
    <div class="scale__ends" aria-hidden="true"><span>${levels[0].name}</span><span>${levels[levels.length - 1].name}</span></div>
    ${!quiet && html`<${Say} chosen=${chosen} />`}
    ${onNone && html`<${Nones} name=${name} none=${none} onNone=${onNone} />`}
  </fieldset>`
}

/** @param {{ each: Level, name: string, level: number | null, onLevel: (level: number) => void }} props */
function Option({ each, name, level, onLevel }) {
  return html`<label class="scale__opt">
    <input type="radio" name=${name} value=${each.level} checked=${each.level === level} onChange=${() => onLevel(each.level)} />
    <span class="scale__dot" aria-hidden="true">${each.level}</span>
    <span class="sr">${each.level}, ${each.name}</span>
    <span class="scale__label" aria-hidden="true">${each.name}</span>
  </label>`
}

/** @param {{ chosen: Level | undefined }} props */
function Say({ chosen }) {
  const words = chosen && html`<b>${chosen.level}, ${chosen.name}.</b> ${chosen.text}`
  return html`<p class="scale__say" aria-live="polite" hidden=${!words}>${words}</p>`
}

/** @param {{ name: string, none: None | null, onNone: (none: None | null) => void }} props */
function Nones({ name, none, onNone }) {
  return html`<div class="scale__none">
    ${NONES.map(
      (each) => html`<label key=${each.none} class="choice">
        <input type="checkbox" name=${`${name}-none`} checked=${each.none === none} onChange=${() => onNone(each.none === none ? null : each.none)} />
        <span>${each.words()}</span>
      </label>`,
    )}
  </div>`
}
