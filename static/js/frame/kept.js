/** What came too late, kept for the person: shown word by word, to send again or let go. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Note } from '../parts/card.js'
import { Dialog } from '../parts/dialog.js'

/** @param {{ room: Toimi.Room }} props */
export function KeptForYou({ room }) {
  const open = useSignal(false)
  const drafts = room.drafts.value
  if (!drafts.length) return null
  return html`<button type="button" class="btn btn--sm" onClick=${() => (open.value = true)}>${t('See them')}</button>
    <${Dialog} open=${open.value} title=${t('What was kept for you')} onClose=${() => (open.value = false)} safe=${t('Back')} wide>
      <ul class="stack gap-3">${drafts.map((draft) => html`<${Kept} key=${draft.key} room=${room} draft=${draft} />`)}</ul>
    </${Dialog}>`
}

/** @param {{ room: Toimi.Room, draft: Toimi.KeptForYou }} props */
function Kept({ room, draft }) {
  const words = Object.values(draft.answers).filter((answer) => typeof answer === 'string' && answer)
  return html`<${Note} as="li" foot=${draft.words} aside=${html`<span class="row gap-2">
      <button type="button" class="btn btn--sm" onClick=${() => room.retryDraft(draft.key)}>${t('Send again')}</button>
      <button type="button" class="linklike" onClick=${() => room.dropDraft(draft.key)}>${t('Let go')}</button>
    </span>`}>${words.length ? words.join(' · ') : t('An answer without words')}</${Note}>`
}
