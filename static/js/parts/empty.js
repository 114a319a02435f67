/** Before there is anything, and while it comes. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Sign } from './icon.js'

/** @param {{ title: string, text?: string, children?: any }} props children: what to do about it */
export function Empty({ title, text, children }) {
  return html`<div class="empty">
    <${Sign} name="span-lost" box="0 0 144 28" cls="empty__art" />
    <p class="empty__title">${title}</p>
    ${text && html`<p>${text}</p>`}
    ${children}
  </div>`
}

/** Grey lines; they show themselves only after 400 ms. @param {{ lines?: number }} props */
export function Skeleton({ lines = 3 }) {
  return html`<div class="skels" role="status">
    <span class="sr">${t('Loading')}</span>${Array.from({ length: lines }, (_, n) => html`<span key=${n} class="skel" aria-hidden="true" />`)}
  </div>`
}
