/** A button that opens a list of deeds: arrows move, Escape and a press outside close it. */
import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { html } from '../core/html.js'
import { Icon } from './icon.js'
import { stepped } from './moving.js'

/**
 * @typedef {object} Deed
 * @property {string} words
 * @property {string} [more] a smaller line below
 * @property {string} [icon]
 * @property {string} [href] a link instead of a deed
 * @property {() => void} [onPick]
 * @property {boolean} [chosen]
 * @property {boolean} [apart] a line above it
 * @property {string} [lang]
 */

/**
 * @param {object} props
 * @param {any} props.label on the button
 * @param {string} [props.says] the button's name when the label is a sign
 * @param {Deed[]} props.deeds
 * @param {string} [props.cls]
 * @param {boolean} [props.up] opens upwards, as in the bar
 */
export function Menu({ label, says, deeds, cls = 'btn btn--quiet btn--sm', up = false }) {
  const open = useSignal(false)
  const place = useRef(/** @type {HTMLDivElement | null} */ (null))
  const id = useId()
  const close = () => (open.value = false)
  // Focus goes back before the line it was on is gone: a dialog that opens then knows where to return it.
  const chosen = () => {
    place.current?.querySelector('button')?.focus()
    close()
  }
  useEffect(() => (open.value ? listening(place.current, close) : undefined), [open.value])
  return html`<div class=${up ? 'drop drop--up' : 'drop'} ref=${place}>
    <button type="button" class=${cls} aria-label=${says} aria-haspopup="menu" aria-expanded=${open.value} aria-controls=${id} onClick=${() => (open.value = !open.value)}>${label}</button>
    ${open.value &&
    html`<div class="menu drop__menu" role="menu" id=${id} aria-label=${says} onKeyDown=${moving}>
      ${deeds.map((deed) => html`<${Line} key=${deed.words} deed=${deed} close=${chosen} />`)}
    </div>`}
  </div>`
}

/** @param {{ deed: Deed, close: () => void }} props */
function Line({ deed, close }) {
  const pick = () => {
    close()
    deed.onPick?.()
  }
  const inside = html`${deed.icon && html`<${Icon} name=${deed.icon} />`}
    <span>${deed.more ? html`<b>${deed.words}</b><small>${deed.more}</small>` : deed.words}</span>
    ${deed.chosen && html`<${Icon} name="check" cls="i right" />`}`
  const role = deed.chosen === undefined ? 'menuitem' : 'menuitemradio'
  const line = deed.href
    ? html`<a class="menu__line" role=${role} href=${deed.href} lang=${deed.lang} onClick=${close}>${inside}</a>`
    : html`<button type="button" class="menu__line" role=${role} aria-checked=${deed.chosen} lang=${deed.lang} onClick=${pick}>${inside}</button>`
  return html`${deed.apart && html`<div class="menu__sep" role="separator" />`}${line}`
}

/**
 * Focus goes into the list and, when it closes by Escape, back to its button.
 * @param {HTMLElement | null} place
 * @param {() => void} close
 */
function listening(place, close) {
  const lines = /** @type {NodeListOf<HTMLElement> | undefined} */ (place?.querySelectorAll('.menu__line'))
  lines?.[0]?.focus()
  /** @param {MouseEvent} event */
  const pressed = ({ target }) => target instanceof Node && !place?.contains(target) && close()
  /** @param {KeyboardEvent} event */
  const typed = ({ key }) => {
    if (key !== 'Escape' && key !== 'Tab') return
    if (key === 'Escape') place?.querySelector('button')?.focus()
    close()
  }
  document.addEventListener('click', pressed)
  document.addEventListener('keydown', typed)
  return () => {
    document.removeEventListener('click', pressed)
    document.removeEventListener('keydown', typed)
  }
}

/** @param {KeyboardEvent} event */
function moving(event) {
  const lines = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('.menu__line')])
  const next = stepped(event.key, lines.indexOf(/** @type {HTMLElement} */ (document.activeElement)), lines.length, 'down')
  if (next === null) return
  event.preventDefault()
  lines[next].focus()
}
