/** Where what one wrote is: on this device, with the server, or kept because it came too late. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from './icon.js'

/** @type {{ [state in Toimi.RevisionState]: { icon: string, words: () => string, cls?: string } | null }} */
const STATES = {
  clean: null,
  typing: null,
  saving: { icon: 'clock', words: () => t('Saving'), cls: 'saved--wait saved--slow' },
  saved: { icon: 'done', words: () => t('Saved') },
  kept: { icon: 'clock', words: () => t('Kept on this device'), cls: 'saved--wait' },
  refused: { icon: 'alert', words: () => t('Not saved'), cls: 'saved--bad' },
}

/** @param {{ state: Toimi.RevisionState, words?: string }} props "Saving" shows itself only after a second and a half */
export function Saved({ state, words }) {
  const said = STATES[state]
  return html`<span class=${`saved ${said?.cls ?? ''}`} role="status">${said && html`<${Icon} name=${said.icon} cls="" /> ${words ?? said.words()}`}</span>`
}
