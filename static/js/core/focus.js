/** Where the reader is: focus never leaves somebody who types, and news is said aloud in a live region. */
import { newId } from './ids.js'

const TEXT_FIELDS = 'textarea, select, [contenteditable=""], [contenteditable="true"], input:not([type]), input'
const NOT_TYPED = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

/** Whether the person is in a field where moving focus would break a word off. */
export function typing(page = document) {
  const field = page.activeElement
  if (!field?.matches?.(TEXT_FIELDS)) return false
  return !NOT_TYPED.has(/** @type {HTMLInputElement} */ (field).type)
}

/**
 * Moves focus unless the person types; says whether it did. Where it did not, show and announce a way to go.
 * @param {HTMLElement | null} place
 * @param {Document} [page]
 */
export function goTo(place, page = document) {
  if (!place || typing(page)) return false
  if (!place.hasAttribute('tabindex') && !place.matches('a[href], button, input, select, textarea')) place.setAttribute('tabindex', '-1')
  place.focus()
  return page.activeElement === place
}

/**
 * Says something to who listens rather than looks. Polite news waits for a pause; the other kind is for what cannot.
 * @param {string} text
 * @param {boolean} [polite]
 * @param {Document} [page]
 */
export function announce(text, polite = true, page = document) {
  const region = spokenRegion(polite, page)
  const line = page.createElement('p')
  line.id = newId(6)
  line.textContent = text
  region.replaceChildren(line)
}

/**
 * @param {boolean} polite
 * @param {Document} page
 */
function spokenRegion(polite, page) {
  const id = polite ? 'said-politely' : 'said-now'
  return page.getElementById(id) ?? newRegion(id, polite, page)
}

/**
 * @param {string} id
 * @param {boolean} polite
 * @param {Document} page
 */
function newRegion(id, polite, page) {
  const region = page.createElement('div')
  region.id = id
  region.className = 'sr'
  region.setAttribute('role', polite ? 'status' : 'alert')
  region.setAttribute('aria-live', polite ? 'polite' : 'assertive')
  page.body.append(region)
  return region
}
