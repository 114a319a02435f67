/** What came too late, kept for the person: shown word by word, to send again or let go. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { Dialog } from '../parts/dialog.js'
import { Empty } from '../parts/empty.js'

/** In the banner: the way to what was kept. @param {{ room: Toimi.Room, open: import('@preact/signals').Signal<boolean> }} props */
export function SeeKept({ room, open }) {
  if (!room.drafts.value.length) return null
  return html`<button type="button" class="btn btn--sm" onClick=${() => (open.value = true)}>${t('See them')}</button>`
}

/** @param {{ room: Toimi.Room, open: import('@preact/signals').Signal<boolean> }} props */
export function KeptForYou({ room, open }) {
  const drafts = room.drafts.value
  return html`<${Dialog} open=${open.value} title=${t('What was kept for you')} onClose=${() => (open.value = false)} safe=${t('Back')} wide>
    ${drafts.length ? html`<ul class="stack gap-3">${drafts.map((draft) => html`<${Kept} key=${draft.key} room=${room} draft=${draft} />`)}</ul>` : html`<${Empty} title=${t('Nothing is kept any more.')} />`}
  </${Dialog}>`
}

/** @param {{ room: Toimi.Room, draft: Toimi.KeptForYou }} props */
function Kept({ room, draft }) {
  const words = Object.values(draft.answers).filter((answer) => typeof answer === 'string' && answer)
  const text = words.join(' · ')
  return html`<${Note} as="li" lang=${draft.language ?? undefined} foot=${draft.words} aside=${html`<span class="row gap-3">
      ${draft.asks.length > 0 && html`<button type="button" class="btn btn--sm" onClick=${() => room.retryDraft(draft.key)}>${t('Send again')}</button>`}
      <button type="button" class="btn btn--quiet btn--sm" aria-label=${t('Let go: %(text)s', { text: text.slice(0, 60) })} onClick=${() => room.dropDraft(draft.key)}>${t('Let go')}</button>
    </span>`}>${text || t('An answer without words')}</${Note}>`
}
