/** Advice beside a field: what, why, words to use. Never a score; red only for what stops approval. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from './icon.js'

/** @type {{ [kind: string]: { icon: string, said: () => string } }} */
const KINDS = {
  ok: { icon: 'done', said: () => t('Done:') },
  weak: { icon: 'hint', said: () => t('Hint:') },
  bad: { icon: 'alert', said: () => t('To fix:') },
  open: { icon: 'ring', said: () => t('Open:') },
}

/**
 * @param {object} props
 * @param {'ok' | 'weak' | 'bad' | 'open'} [props.kind]
 * @param {string} props.title
 * @param {any} [props.body]
 * @param {any} [props.children] buttons of the look `linklike`
 * @param {(() => void) | undefined} [props.onMute] offers "Leave as it is"
 */
export function Hint({ kind = 'weak', title, body, children, onMute }) {
  const { icon, said } = KINDS[kind]
  return html`<li class=${`hint hint--${kind}`}>
    <${Icon} name=${icon} cls="" />
    <div>
      <b><span class="sr">${said()} </span>${title}</b>
      ${body && html`<p>${body}</p>`}
      ${(children || onMute) && html`<div class="row gap-4 mt-2">
        ${children}${onMute && html`<button type="button" class="linklike" onClick=${onMute}>${t('Leave as it is')}</button>`}
      </div>`}
    </div>
  </li>`
}

/** @param {{ label: string, children?: any }} props */
export const Hints = ({ label, children }) => html`<ul class="hints" aria-label=${label}>${children}</ul>`
