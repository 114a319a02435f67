/** While the facilitator has paused writing: said once, and true until it is over. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'

/** @param {{ room: Toimi.Room }} props */
export function Paused({ room }) {
  const frozen = room.store.panel('now')?.frozen
  return html`<div role="status">
    ${frozen && html`<div class="moved moved--note"><p><${Icon} name="freeze" /> <b>${t('Writing is paused.')}</b> ${t('Listen for a moment; what you wrote is safe.')}</p></div>`}
  </div>`
}
