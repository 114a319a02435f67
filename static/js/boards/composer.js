/** A form made of a kind's fields: the composer of every board that has no drawing of its own for them. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { newId } from '../core/ids.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { KindField } from './kind-field.js'
import { figure } from './figure.js'

/**
 * Where on the device a composer keeps what is being typed.
 * @param {Toimi.Step} step @param {string} yields @param {string} [about] a statement, a goal: what the card is about
 */
export const keptFor = (step, yields, about = '') => ['compose', step.id, yields, ...(about ? [about] : [])].join(':')

/**
 * What is typed stays on the device until it is sent, and at the field if it is refused.
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Step} props.step
 * @param {Toimi.Kind} props.kind
 * @param {any} props.news
 * @param {string} [props.words] on the button
 * @param {string} [props.about] see keptFor
 * @param {{ [field: string]: any }} [props.known] answers that are not asked
 * @param {string[]} [props.fields] keys of those asked; all that are asked in the room when not told
 * @param {string | null} [props.group] the group a card is added for; the server knows one's own
 * @param {(card: string) => void} [props.onAdded] once the server has it
 * @param {boolean} [props.focus] the person has just asked for it
 * @param {boolean} [props.plain] within something that is a pane already
 */
export function Composer({ room, step, kind, news, words = t('Add'), about, known = {}, fields, group = null, onAdded, focus = false, plain = false }) {
  const kept = room.draft(keptFor(step, kind.yields, about))
  const error = useSignal(/** @type {{ field?: string | null, words?: string }} */ ({}))
  const form = useRef(/** @type {HTMLFormElement | null} */ (null))
  useEffect(() => {
    if (focus) /** @type {HTMLElement | null | undefined} */ (form.current?.querySelector('textarea, input, select'))?.focus()
  }, [])
  const typed = kept.value ? JSON.parse(kept.value) : {}
  const asked = kind.fields.filter((field) => (fields ? fields.includes(field.key) : field.live) && !(field.key in known))
  const set = (/** @type {string} */ key, /** @type {any} */ value) => {
    error.value = {}
    kept.value = JSON.stringify({ ...typed, [key]: value })
  }
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const answers = { ...known, ...tidy(kind, typed) }
    const lacking = wordless(kind, answers)
    if (lacking) return void (error.value = { field: lacking, words: t('Write something first.') })
    const before = kept.value
    const body = { card: newId(), step: step.id, answers, language: room.language, group, cluster: null }
    kept.value = ''
    const outcome = await room.ask('AddCard', body)
    if (outcome.ok) return onAdded?.(body.card)
    kept.value ||= before
    error.value = outcome
    news.say(outcome.words, { icon: 'alert' })
  }
  return html`<form ref=${form} class=${plain ? 'composer' : 'composer pane pane__pad'} onSubmit=${add} noValidate>
    ${asked.map((field) => html`<${KindField} key=${field.key} room=${room} step=${step} field=${field} value=${typed[field.key]} onValue=${(/** @type {any} */ value) => set(field.key, value)} error=${error.value.field === field.key ? error.value.words : ''} />`)}
    <div class="row"><button type="submit" class="btn">${words}</button></div>
  </form>`
}

/** Figures as numbers. @param {Toimi.Kind} kind @param {{ [field: string]: any }} answers */
function tidy(kind, answers) {
  const numbers = kind.fields.filter(({ type, key }) => type === 'Number' && typeof answers[key] === 'string')
  return { ...answers, ...Object.fromEntries(numbers.map(({ key }) => [key, figure(answers[key])])) }
}

/** The first text of a card that says nothing yet, or undefined. @param {Toimi.Kind} kind @param {{ [field: string]: any }} answers */
function wordless(kind, answers) {
  const texts = kind.fields.filter((field) => field.type === 'Text')
  return texts.some(({ key }) => answers[key]?.trim()) ? undefined : texts[0]?.key
}
