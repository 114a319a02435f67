/** How long a step is planned to take. */
import { useSignal } from '@preact/signals'
import { titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'

/** @param {{ host: import('./host.js').Host, step: Toimi.Step | null, onClose: () => void }} props */
export function Minutes({ host, step, onClose }) {
  const typed = useSignal('')
  if (!step) return null
  const text = typed.value || String(step.minutes)
  const close = () => {
    typed.value = ''
    onClose()
  }
  const keep = () => {
    host.ask('ReviseStep', { step: step.id, minutes: Number(text) })
    close()
  }
  return html`<${Dialog} open=${true} title=${t('How long is “%(name)s”?', { name: titleOf(host.room, step) })} onClose=${close} choice=${t('Save')} onChoice=${keep} disabled=${!/^\d{1,3}$/.test(text)}>
    <${TextField} label=${t('Minutes')} value=${text} inputmode="numeric" onInput=${(/** @type {string} */ value) => (typed.value = value)} unit=${t('min')} />
  </${Dialog}>`
}
