/** Dots given by plus and minus, never by dragging. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { Icon } from './icon.js'
import { Dots } from './marks.js'

/**
 * @param {object} props
 * @param {string} props.name what is voted on, for who hears the buttons
 * @param {number} props.dots mine on this one
 * @param {number} props.most on one
 * @param {number} props.left mine still to give
 * @param {(dots: number) => void} props.onGive
 * @param {boolean} [props.disabled]
 */
export function Vote({ name, dots, most, left, onGive, disabled = false }) {
  return html`<div class="vote__foot">
    <${Dots} on=${dots} of=${most} label=${tn('%(n)s of your dots', '%(n)s of your dots', dots)} />
    <span class="vote">
      <button type="button" aria-label=${t('Take a dot from %(name)s', { name })} disabled=${disabled || dots === 0} onClick=${() => onGive(dots - 1)}>
        <${Icon} name="minus" cls="" />
      </button>
      <output aria-live="polite">${dots}</output>
      <button type="button" aria-label=${t('Give a dot to %(name)s', { name })} disabled=${disabled || dots >= most || left <= 0} onClick=${() => onGive(dots + 1)}>
        <${Icon} name="plus" cls="" />
      </button>
    </span>
  </div>`
}

/** @param {{ left: number, of: number }} props */
export function DotsLeft({ left, of }) {
  return html`<span class="signed"><${Dots} on=${of - left} of=${of} label="" /><span>${tn('%(n)s dot left', '%(n)s dots left', left)}</span></span>`
}
