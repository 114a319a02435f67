/** Hidden cards, to be moderated: in batches, without authors; and those that were taken out, to be put back. */
import { useSignal } from '@preact/signals'
import { faceOf } from '../../boards/choices.js'
import { html } from '../../core/html.js'
import { t, tn } from '../../core/words.js'
import { Note } from '../../parts/card.js'
import { Dialog } from '../../parts/dialog.js'
import { TextField } from '../../parts/field.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function Hidden({ host, step }) {
  const { room } = host
  const out = useSignal(/** @type {string | null} */ (null))
  const hidden = room.store.panel(`hidden:${step.id}`)
  const gone = room.store.all('card:').filter((card) => card.step === step.id && card.taken_out !== null)
  if (!hidden?.cards.length && !hidden?.waiting && !gone.length) return null
  return html`<section class="stack gap-3" aria-labelledby="hidden">
    <div><h2 id="hidden" class="text-md">${t('Hidden still')}</h2><p class="sm muted">${t('Shown to you in threes and without names, so that you can take out what harms.')}${hidden?.waiting ? ` ${t('More have been written.')}` : ''}</p></div>
    ${hidden && hidden.cards.length > 0 && html`<ul class="ideas-grid">
      ${hidden.cards.map((card) => html`<${Note} key=${card.id} as="li" aside=${html`<button type="button" class="linklike" onClick=${() => (out.value = card.id)}>${t('Take out')}</button>`}>${faceOf(room, /** @type {any} */ (card))}</${Note}>`)}
    </ul>`}
    ${gone.length > 0 && html`<details><summary>${tn('%(n)s card taken out', '%(n)s cards taken out', gone.length)}</summary><ul class="ideas-grid mt-3">
      ${gone.map((card) => html`<${Note} key=${card.id} as="li" state="out" lang=${card.language} foot=${card.taken_out} aside=${html`<button type="button" class="linklike" onClick=${() => host.ask('PutBack', { card: card.id })}>${t('Put back')}</button>`}>${faceOf(room, card)}</${Note}>`)}
    </ul></details>`}
    <${TakeOut} host=${host} card=${out.value} onClose=${() => (out.value = null)} />
  </section>`
}

/** @param {{ host: import('../host.js').Host, card: string | null, onClose: () => void }} props */
export function TakeOut({ host, card, onClose }) {
  const reason = useSignal('')
  if (!card) return null
  const out = () => {
    host.ask('TakeOut', { card, reason: reason.value.trim() })
    reason.value = ''
    onClose()
  }
  return html`<${Dialog} open=${true} title=${t('Take the card out?')} onClose=${onClose} choice=${t('Take it out')} onChoice=${out}>
    <p>${t('Its author still sees it, with your reason. It can be put back.')}</p>
    <${TextField} label=${t('Reason')} note=${t('optional')} maxLength=${500} value=${reason.value} onInput=${(/** @type {string} */ text) => (reason.value = text)} />
  </${Dialog}>`
}
