/** A sheet that was begun in vain is taken away, after a question. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { told } from './told.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, news: any }} props */
export function TakeAway({ room, card, news }) {
  const open = useSignal(false)
  const away = () => {
    open.value = false
    told(news, room.ask('WithdrawCard', { card: card.id }))
  }
  return html`<button type="button" class="btn btn--quiet" onClick=${() => (open.value = true)}>${t('Take the sheet away')}</button>
    <${Dialog} open=${open.value} title=${t('Take this sheet away?')} onClose=${() => (open.value = false)} safe=${t('Keep it')} choice=${t('Take it away')} onChoice=${away} danger>
      <p>${t('It goes for the whole group. Whoever takes it away can undo it.')}</p>
    </${Dialog}>`
}
