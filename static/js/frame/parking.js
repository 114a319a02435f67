/** The parking lot, at every step: what should not be lost, for later. */
import { useSignal } from '@preact/signals'
import { faceOf } from '../boards/choices.js'
import { newId } from '../core/ids.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { Icon } from '../parts/icon.js'

/** @param {{ room: Toimi.Room, news: any }} props */
export function Parking({ room, news }) {
  const open = useSignal(false)
  const typed = room.draft('parking')
  const parked = room.store.all('card:').filter((card) => card.kind === 'parked')
  const park = () => {
    const text = typed.value.trim()
    if (!text) return
    room.ask('AddCard', { card: newId(), step: '', answers: { text }, language: room.language, group: null, cluster: null })
    typed.value = ''
    open.value = false
    news.say(t('Parked. It comes along into the plan’s notes.'))
  }
  return html`<button type="button" class="btn btn--quiet" onClick=${() => (open.value = true)}>
      <${Icon} name="flag" /> <span class="not-phone">${t('Parking lot')}</span><span class="sr only-phone">${t('Parking lot')}</span>
    </button>
    <${Dialog} open=${open.value} title=${t('What should not be lost?')} onClose=${() => (open.value = false)} safe=${t('Back')} choice=${t('Park it')} onChoice=${park} disabled=${!typed.value.trim()}>
      <${TextField} label=${t('In a sentence')} help=${t('Everybody in the workshop sees this, without your name.')} value=${typed.value} onInput=${(/** @type {string} */ text) => (typed.value = text)} rows=${2} words maxLength=${500} />
      ${parked.length > 0 &&
      html`<ul class="stack gap-2 mt-4" aria-label=${t('Parked so far')}>
        ${parked.map((card) => html`<${Note} key=${card.id} as="li">${faceOf(room, card)}</${Note}>`)}
      </ul>`}
    </${Dialog}>`
}
