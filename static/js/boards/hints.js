/** How it reads: hints in the second half of a step. Advice with words to use; never a score, and never in the way. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Hint, Hints } from '../parts/hint.js'
import { Line } from '../parts/marks.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, kind: Toimi.Kind }} props */
export function CardHints({ room, card, kind }) {
  const findings = room.store.panel(`findings:${card.id}`)?.findings ?? []
  const label = (/** @type {string} */ key) => t(kind.fields.find((field) => field.key === key)?.label ?? '')
  return html`<aside class="hintside stack gap-3" aria-labelledby="reads" aria-live="polite">
    <div><h2 id="reads">${t('How it reads')}</h2><p class="sm muted mt-2">${t('Hints, not rules. You decide.')}</p></div>
    ${findings.length
      ? html`<${Hints} label=${t('Hints')}>${findings.map((each) => html`<${Hint} key=${each.check + each.field} title=${room.said(each.words)} body=${html`${label(each.field) && html`<span class="xs muted">${label(each.field)}: </span>`}${room.said(each.fix)}`} onMute=${() => room.ask('MuteHint', { card: card.id, check: each.check })} />`)}</${Hints}>`
      : html`<p><${Line} name="done">${t('Nothing to add.')}</${Line}></p>`}
  </aside>`
}
