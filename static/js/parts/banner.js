/** How the line is, on top of everything while it is true: what happened, what is safe, what to do. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { Icon } from './icon.js'

/** @typedef {{ look: '' | 'back' | 'bad', icon: string, what: string, safe: string }} Said */

/** @param {number} pending */
const kept = (pending) =>
  pending
    ? tn('%(n)s change is kept on this device and sent when the connection is back.', '%(n)s changes are kept on this device and sent when the connection is back.', pending)
    : t('Go on: what you write is kept on this device.')

/** @type {{ [kind in Toimi.Banner['kind']]: (pending: number) => Said }} */
const KINDS = {
  offline: (pending) => ({ look: '', icon: 'offline', what: t('No connection.'), safe: kept(pending) }),
  connecting: (pending) => ({ look: '', icon: 'sync', what: t('Connecting again.'), safe: kept(pending) }),
  back: () => ({ look: 'back', icon: 'done', what: t('You are back.'), safe: t('Everything has been sent.') }),
  refused: () => ({ look: 'bad', icon: 'alert', what: t('Something came too late.'), safe: t('It is kept for you.') }),
  memory: () => ({ look: '', icon: 'alert', what: t('This browser keeps nothing.'), safe: t('What you write is safe only once it is saved. Keep this page open.') }),
  removed: () => ({ look: 'bad', icon: 'leave', what: t('Your seat was taken away.'), safe: t('What you gave stays in the workshop. Ask the facilitator if this is wrong.') }),
  full: () => ({ look: '', icon: 'users', what: t('The workshop is full just now.'), safe: t('We try again by ourselves.') }),
}

/**
 * @param {{ banner: Toimi.Banner | null, children?: any }} props children: a button, such as "Try now" or "See them"
 */
export function Banner({ banner, children }) {
  const said = banner && KINDS[banner.kind](banner.pending)
  // The region is always there: one that comes together with its words is not read aloud.
  return html`<div class="banner-place" role="status">
    ${said &&
    html`<div class=${`banner${said.look && ` banner--${said.look}`}`}>
      <${Icon} name=${said.icon} cls="" />
      <p><b>${said.what}</b> <span>${said.safe}</span></p>
      ${children}
    </div>`}
  </div>`
}
