/** Asks for a name in a dialog; what is typed is kept until it is given. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'

/**
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {string} props.place what is named
 * @param {import('@preact/signals').Signal<boolean>} props.open
 * @param {string} props.title
 * @param {string} props.choice
 * @param {string} [props.now] the name it has
 * @param {(name: string) => void} props.onName
 */
export function Naming({ room, place, open, title, choice, now = '', onName }) {
  const typed = room.draft(`name:${place}`)
  const value = typed.value || now
  const close = () => (open.value = false)
  const give = () => {
    const name = value.trim()
    if (!name) return
    typed.value = ''
    close()
    if (name !== now) onName(name)
  }
  const enter = (/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && (event.preventDefault(), give())
  return html`<${Dialog} open=${open.value} title=${title} onClose=${close} choice=${choice} onChoice=${give} disabled=${!value.trim()}>
    <${TextField} label=${t('Name of the cluster')} value=${value} onInput=${(/** @type {string} */ text) => (typed.value = text)} onKeyDown=${enter} maxLength=${120} />
  </${Dialog}>`
}
