/** The parking lot, at every step: what should not be lost, for later. */
import { faceOf } from '../boards/choices.js'
import { newId } from '../core/ids.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { cardsOf } from './steps.js'

/** @param {Toimi.Room} room @param {string} text */
export const park = (room, text) => room.ask('AddCard', { card: newId(), step: '', answers: { text }, language: room.language, group: null, cluster: null })

/** @param {{ room: Toimi.Room, news: any, open: import('@preact/signals').Signal<boolean> }} props */
export function Parking({ room, news, open }) {
  const typed = room.draft('parking')
  const parked = cardsOf(room, '', 'parked')
  const add = async () => {
    const text = typed.value.trim()
    typed.value = ''
    open.value = false
    const { ok, words } = await park(room, text)
    if (!ok) typed.value ||= text
    news.say(ok ? t('Parked. It comes along into the plan’s notes.') : words, { icon: ok ? 'flag' : 'alert' })
  }
  return html`<${Dialog} open=${open.value} title=${t('What should not be lost?')} onClose=${() => (open.value = false)} safe=${t('Back')} choice=${t('Park it')} onChoice=${add} disabled=${!typed.value.trim()}>
    <${TextField} label=${t('In a sentence')} help=${t('Everybody in the workshop sees this, without your name.')} value=${typed.value} onInput=${(/** @type {string} */ text) => (typed.value = text)} rows=${2} words maxLength=${limit(room)} />
    ${parked.length > 0 &&
    html`<h3 class="sm mt-4">${t('Parked so far')}</h3>
      <ul class="stack gap-2 mt-2">${parked.map((card) => html`<${Note} key=${card.id} as="li" lang=${card.language} state=${card.sending ? 'sending' : ''}>${faceOf(room, card)}</${Note}>`)}</ul>`}
  </${Dialog}>`
}

/** @param {Toimi.Room} room */
const limit = (room) => room.boot.kinds.parking?.fields[0]?.limit ?? 500
