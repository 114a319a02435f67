/** Settings of a step, from the table of its kind: what may be changed in which phase, and what becomes of what was given. */
import { useSignal } from '@preact/signals'
import { Official, stated } from '../boards/unofficial.js'
import { titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Check, SelectField, Switch, TextField } from '../parts/field.js'
import { choiceWords, until } from './option-words.js'

/** @typedef {{ key: string, label: string, default: any, phases: Toimi.Phase[], given: string, choices: string[] }} Option */
/** @typedef {{ host: import('./host.js').Host, step: Toimi.Step, option: Option, value: any, late: boolean, set: (value: any) => void }} OneOf */

/** @param {{ host: import('./host.js').Host, step: Toimi.Step | null, onClose: () => void }} props */
export function StepOptions({ host, step, onClose }) {
  const now = step && host.room.store.panel(`step:${step.id}`)
  if (!now) return null
  const options = /** @type {Option[]} */ (host.room.boot.kinds[now.kind].options)
  return html`<${Dialog} open=${true} title=${t('How shall “%(name)s” go?', { name: titleOf(host.room, now) })} onClose=${onClose} safe=${t('Done')} wide>
    ${options.map((option) => html`<${One} key=${option.key} host=${host} step=${now} option=${option} />`)}
  </${Dialog}>`
}

/** @param {{ host: import('./host.js').Host, step: Toimi.Step, option: Option }} props */
function One({ host, step, option }) {
  const late = !option.phases.includes(step.phase)
  const value = step.options[option.key]
  const set = (/** @type {any} */ next) => void host.ask('SetOption', { step: step.id, option: option.key, value: next })
  const Form = formOf(option)
  const word = late ? until(option.phases) : step.phase === 'waiting' ? '' : t(option.given)
  return html`<div class="option">
    <${Form} host=${host} step=${step} option=${option} value=${value} late=${late} set=${set} />
    ${word && html`<p class="xs muted">${word}</p>`}
  </div>`
}

/** @param {Option} option */
function formOf(option) {
  if (option.key === 'statements') return Statements
  if (option.choices.length) return Chosen
  if (typeof option.default === 'boolean') return OnOff
  if (Array.isArray(option.default)) return Lines
  if (option.default && typeof option.default === 'object') return Parallels
  return typeof option.default === 'string' ? Words : Figure
}

/** @param {OneOf} props */
const OnOff = ({ option, value, late, set }) => html`<${Switch} label=${t(option.label)} on=${!!value} disabled=${late} onPick=${set} />`

/** @param {OneOf} props */
const Chosen = ({ option, value, late, set }) =>
  html`<${SelectField} label=${t(option.label)} value=${value} disabled=${late} options=${option.choices.map((choice) => ({ value: choice, words: choiceWords(choice) }))} onPick=${set} />`

/** Empty is "as the method reckons". @param {OneOf} props */
const Figure = ({ option, value, late, set }) =>
  html`<${Typed} option=${option} shown=${value === null ? '' : String(value)} late=${late} inputmode="numeric" help=${option.default === null ? t('Leave it empty and it is reckoned from what there is.') : ''} set=${(/** @type {string} */ text) => (/^\d{1,3}$/.test(text) ? set(Number(text)) : text === '' && option.default === null && set(null))} />`

/** @param {OneOf} props */
const Words = ({ option, value, late, set }) => html`<${Typed} option=${option} shown=${value} late=${late} rows=${4} set=${set} />`

/** A text in each of the workshop's languages. @param {OneOf} props */
const Parallels = ({ host, option, value, late, set }) =>
  host.room.languages.map(
    (language) => html`<${Typed} key=${language} option=${option} note=${language.toUpperCase()} lang=${language} shown=${value?.[language] ?? ''} late=${late} rows=${4} set=${(/** @type {string} */ text) => set({ ...value, [language]: text })} />`,
  )

/** @param {OneOf} props */
const Lines = ({ option, value, late, set }) =>
  html`<${Typed} option=${option} shown=${value.join('\n')} late=${late} rows=${4} help=${t('One on each line.')} set=${(/** @type {string} */ text) => set([...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))])} />`

/** Kept when one leaves the field. @param {any} props */
function Typed({ option, shown, late, set, ...more }) {
  const typed = useSignal(/** @type {string | null} */ (null))
  const leave = () => {
    if (typed.value !== null && typed.value !== shown) set(typed.value)
    typed.value = null
  }
  return html`<${TextField} ...${more} label=${t(option.label)} value=${typed.value ?? shown} disabled=${late} onInput=${(/** @type {string} */ value) => (typed.value = value)} onBlur=${leave} />`
}

/** Which statements are asked; one that is dropped is set aside with its marks. @param {OneOf} props */
function Statements({ host, step, option, late, set }) {
  const { room } = host
  const asked = step.statements ?? []
  const whole = room.boot.pack.statements
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => set(whole.map((each) => each.id).filter((each) => (each === id ? on : asked.includes(each))))
  return html`<details><summary>${t(option.label)}, ${t('%(n)s of %(of)s', { n: asked.length, of: whole.length })}</summary>
    <div class="row gap-3 mt-3">
      <button type="button" class="btn btn--sm" disabled=${late} onClick=${() => set(whole.map((each) => each.id))}>${t('All of them')}</button>
      <button type="button" class="btn btn--sm" disabled=${late} onClick=${() => set(whole.filter((each) => each.short_form).map((each) => each.id))}>${t('One a theme')}</button>
    </div>
    <ul class="picks mt-3">
      ${whole.map((each) => html`<li key=${each.id}><${Check} label=${html`${each.objective} <${Official} room=${room} of=${stated(each)} />`} on=${asked.includes(each.id)} disabled=${late || (asked.length === 1 && asked.includes(each.id))} onPick=${(/** @type {boolean} */ on) => toggle(each.id, on)} /></li>`)}
    </ul></details>`
}
