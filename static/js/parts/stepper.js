/** Where the room is on its way. Not links: the room moves together. */
import { html } from '../core/html.js'

/** So many names fit beside each other; of more only the current one is shown. */
const ROOM = 8

/** @param {number} n @param {number} now */
const state = (n, now) => (n < now ? 'is-done' : '')

/**
 * @param {{ label: string, steps: { id: string, title: string }[], now: number }} props `now` counts from 1; 0 is before the first
 */
export function Stepper({ label, steps, now }) {
  return html`<ol class=${steps.length > ROOM ? 'stepper stepper--many' : 'stepper'} aria-label=${label}>
    ${steps.map(({ id, title }, n) => html`<li key=${id} class=${state(n + 1, now)} aria-current=${n + 1 === now ? 'step' : undefined}><span>${title}</span></li>`)}
  </ol>`
}

/** The same as a line, for phones; the page's heading says it in words. @param {{ count: number, now: number }} props */
export function Stepline({ count, now }) {
  const parts = Array.from({ length: count }, (_, n) => html`<i key=${n} class=${n + 1 === now ? 'is-now' : state(n + 1, now)} />`)
  return html`<div class="stepline" aria-hidden="true">${parts}</div>`
}
