/** What somebody was still writing when the room moved on: only they see it, and it can go to the parking lot. */
import { keptFor } from '../boards/composer.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { park } from './parking.js'
import { writable } from './steps.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Unsent({ room, step }) {
  const kind = room.boot.kinds[step.kind]
  if (!kind?.yields || kind.by === 'group' || writable(room, step) || room.role === 'observer') return null
  const abouts = ['', ...(step.statements ?? [])]
  const kept = abouts.map((about) => keptFor(step, kind.yields, about)).filter((key) => words(room.draft(key).value))
  if (!kept.length) return null
  return html`<section class="unsent" aria-label=${t('Not sent')}>
    <p><b>${t('Not sent: the step went on before.')}</b> <span class="muted">${t('Only you see this.')}</span></p>
    <ul class="stack gap-3">${kept.map((key) => html`<${Left} key=${key} room=${room} place=${key} />`)}</ul>
  </section>`
}

/** @param {string} kept a composer's answers as JSON */
function words(kept) {
  const answers = kept ? Object.values(JSON.parse(kept)) : []
  return answers.filter((answer) => typeof answer === 'string' && answer.trim()).join(' · ')
}

/** @param {{ room: Toimi.Room, place: string }} props */
function Left({ room, place }) {
  const kept = room.draft(place)
  const text = words(kept.value)
  const keep = () => {
    kept.value = ''
    park(room, text)
  }
  return html`<${Note} as="li" aside=${html`<span class="row gap-3">
    <button type="button" class="btn btn--sm" onClick=${keep}>${t('Park it')}</button>
    <button type="button" class="btn btn--quiet btn--sm" onClick=${() => (kept.value = '')}>${t('Let go')}</button>
  </span>`}>${text}</${Note}>`
}
