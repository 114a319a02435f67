/** A question with its answers: the title asks, the safe answer comes first, the chosen one last and filled. */
import { useEffect, useId, useRef } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/**
 * @param {object} props
 * @param {boolean} props.open
 * @param {string} props.title a question
 * @param {any} [props.children] what happens, what is kept
 * @param {() => void} props.onClose also Escape and the safe answer
 * @param {string} [props.safe] words of the safe answer
 * @param {string} [props.choice] words of the other; without it the dialog only tells
 * @param {() => void} [props.onChoice]
 * @param {boolean} [props.danger]
 * @param {boolean} [props.disabled] the choice cannot be made yet
 * @param {boolean} [props.wide]
 */
export function Dialog({ open, title, children, onClose, safe = t('Cancel'), choice, onChoice, danger = false, disabled = false, wide = false }) {
  const place = useRef(/** @type {HTMLDialogElement | null} */ (null))
  const heading = useId()
  useEffect(() => shown(place.current, open), [open])
  if (!open) return null
  return html`<dialog ref=${place} class=${wide ? 'dialog dialog--wide' : 'dialog'} aria-labelledby=${heading} onClose=${onClose}>
    <h2 id=${heading}>${title}</h2>
    <div class="dialog__body">${children}</div>
    <div class="dialog__foot">
      <button type="button" class="btn" onClick=${onClose}>${safe}</button>
      ${choice && html`<button type="button" class=${danger ? 'btn btn--danger' : 'btn btn--primary'} disabled=${disabled} onClick=${onChoice}>${choice}</button>`}
    </div>
  </dialog>`
}

/**
 * @param {HTMLDialogElement | null} dialog
 * @param {boolean} open
 */
function shown(dialog, open) {
  if (!dialog || !open || dialog.open) return undefined
  const before = document.activeElement
  dialog.showModal()
  // A dialog that leaves the page with its component gives focus back to nobody.
  return () => before instanceof HTMLElement && before.isConnected && before.focus()
}
