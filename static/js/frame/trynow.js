/** Beside "No connection": who does not want to wait tries at once. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'

/** @param {{ room: Toimi.Room }} props */
export function TryNow({ room }) {
  if (room.banner.value?.kind !== 'offline') return null
  // The line listens for this: the browser says it when it has found a network again.
  const again = () => globalThis.dispatchEvent(new Event('online'))
  return html`<button type="button" class="btn btn--sm" onClick=${again}><${Icon} name="sync" /> ${t('Try now')}</button>`
}
