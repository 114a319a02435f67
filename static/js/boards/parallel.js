/** Parallel texts: which languages a card has, who checked them, and a place to write the missing ones. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Icon } from '../parts/icon.js'
import { Written } from './card-field.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, kind: Toimi.Kind }} props */
export function Languages({ room, card, kind }) {
  const open = useSignal(/** @type {Toimi.Language | null} */ (null))
  const fields = kind.fields.filter((field) => field.type === 'Text' && field.live && hasWords(card, field.key))
  if (!fields.length || room.languages.length < 2) return null
  return html`<div class="row gap-2" role="group" aria-label=${t('Languages of the text')}>
    ${room.languages.map((language) => html`<button key=${language} type="button" class="btn btn--quiet btn--sm" onClick=${() => (open.value = language)}><${Icon} name=${state(card, fields, language).icon} /> ${language.toUpperCase()}<span class="sr">, ${state(card, fields, language).words}</span></button>`)}
    <${Dialog} open=${open.value !== null} title=${t('The text in another language')} onClose=${() => (open.value = null)} safe=${t('Back')} wide>
      ${open.value && fields.map((field) => html`<${Pair} key=${`${field.key}:${open.value}`} room=${room} card=${card} field=${field} language=${open.value} />`)}
    </${Dialog}>
  </div>`
}

/** @param {Toimi.Card} card @param {string} field */
const hasWords = (card, field) => Object.values(/** @type {any} */ (card.answers[field])?.texts ?? {}).some((/** @type {any} */ each) => each.text)

/** @param {Toimi.Card} card @param {Toimi.Field[]} fields @param {Toimi.Language} language */
function state(card, fields, language) {
  const texts = fields.map((field) => /** @type {any} */ (card.answers[field.key])?.texts?.[language])
  if (texts.every((each) => each?.text && each.checked)) return { icon: 'done', words: t('written and checked') }
  if (texts.every((each) => each?.text)) return { icon: 'pen', words: t('written') }
  return { icon: 'ring', words: t('missing') }
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, field: Toimi.Field, language: Toimi.Language }} props */
function Pair({ room, card, field, language }) {
  const answer = /** @type {Toimi.ParallelAnswer} */ (card.answers[field.key])
  const wording = answer.texts[language]
  const original = answer.texts[answer.language]
  return html`<div class="stack gap-2 mt-4">
    ${language !== answer.language && html`<p class="sm muted" lang=${answer.language}>${original?.text}</p>`}
    <${Written} room=${room} card=${card.id} field=${field} language=${language} disabled=${false} />
    ${wording?.text && !wording.checked && language !== answer.language && html`<button type="button" class="btn btn--sm" onClick=${() => room.ask('CheckWording', { card: card.id, field: field.key, language })}>${t('It says the same: checked')}</button>`}
  </div>`
}
