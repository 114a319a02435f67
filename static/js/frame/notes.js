/** The facilitator's words to this group or to all: the latest stays until it is read. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'

/** @param {{ room: Toimi.Room }} props */
export function Notes({ room }) {
  const read = useSignal(/** @type {string[]} */ ([]))
  const notes = room.store.entries('note:').filter(([key]) => !read.value.includes(key))
  notes.sort(([, a], [, b]) => (a.at < b.at ? -1 : 1))
  const latest = notes.at(-1)
  return html`<div role="status">
    ${latest &&
    html`<div class="moved moved--note">
      <p><${Icon} name="chat" /> <b>${t('From the facilitator:')}</b> ${latest[1].text}</p>
      <button type="button" class="btn btn--sm" onClick=${() => (read.value = [...read.value, ...notes.map(([key]) => key)])}>${t('Read')}</button>
    </div>`}
  </div>`
}
