/** A word from the facilitator to one group, or to all. */
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'

/** @param {{ host: import('./host.js').Host }} props */
export function SendNote({ host }) {
  const { room, asking } = host
  const typed = room.draft('note')
  const to = asking.value?.startsWith('note:') ? asking.value.slice(5) : null
  if (to === null) return null
  const letter = to === 'all' ? '' : (room.store.panel(`group:${to}`)?.letter ?? '')
  const close = () => (asking.value = null)
  const send = async () => {
    const text = typed.value.trim()
    close()
    if (!(await host.ask('SendNote', { note: newId(), group: to === 'all' ? null : to, text }))) return
    typed.value = ''
    host.news.say(t('The note is sent.'), { icon: 'chat' })
  }
  return html`<${Dialog} open=${true} title=${letter ? t('What do you say to group %(letter)s?', { letter }) : t('What do you say to all?')} onClose=${close} choice=${t('Send')} onChoice=${send} disabled=${!typed.value.trim()}>
    <${TextField} label=${t('Your note')} help=${letter ? t('Only this group and the facilitators see it.') : t('Everybody in the workshop sees it; the screen does not.')} rows=${3} maxLength=${500} value=${typed.value} onInput=${(/** @type {string} */ text) => (typed.value = text)} />
  </${Dialog}>`
}
