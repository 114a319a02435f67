/** A small mark beside wording that is not the official one and that nobody has confirmed yet. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/** @param {{ room: Toimi.Room, marked: { unconfirmed: Toimi.Language[] } }} props */
export function Unofficial({ room, marked }) {
  if (!marked.unconfirmed.includes(room.language)) return null
  return html`<span class="unofficial" title=${t('This wording is ours; the official one is still to be confirmed.')}><span aria-hidden="true">*</span><span class="sr"> (${t('Wording not yet confirmed')})</span></span>`
}
