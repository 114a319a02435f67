/** A group's name, where it sits, and whose plan it drafts. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'

/** @param {{ host: import('./host.js').Host, group: string | null, onClose: () => void }} props */
export function GroupForm({ host, group, onClose }) {
  const typed = useSignal(/** @type {{ name?: string, place?: string, organisation?: string }} */ ({}))
  const found = group ? host.room.store.panel(`group:${group}`) : null
  if (!found) return null
  const close = () => {
    typed.value = {}
    onClose()
  }
  const keep = () => {
    host.ask('ReviseGroup', { group: found.id, ...typed.value })
    close()
  }
  const field = (/** @type {'name' | 'place' | 'organisation'} */ key, /** @type {string} */ label, help = '') =>
    html`<${TextField} label=${label} note=${t('optional')} help=${help} maxLength=${key === 'place' ? 500 : 80} value=${typed.value[key] ?? found[key]} onInput=${(/** @type {string} */ text) => (typed.value = { ...typed.value, [key]: text })} />`
  return html`<${Dialog} open=${true} title=${t('What is group %(letter)s like?', { letter: found.letter })} onClose=${close} choice=${t('Save')} onChoice=${keep} disabled=${!Object.keys(typed.value).length}>
    ${field('name', t('Name'))}${field('place', t('Table or meeting link'), t('An address that begins with https:// becomes a link for its members.'))}${field('organisation', t('Organisation'), t('Where groups draft for their own organisation.'))}
  </${Dialog}>`
}
