/** As many cards as the wall holds, in columns; set closer before any is left out. A wall does not scroll: of the rest it says how many. */
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { toChildArray } from 'preact'
import { html } from '../core/html.js'

/** @param {{ children?: any, words: (n: number) => string, wide?: boolean }} props `words` says how many are not shown */
export function Fitted({ children, words, wide = false }) {
  const all = toChildArray(children)
  const place = useRef(/** @type {HTMLElement | null} */ (null))
  const hidden = useSignal(0)
  useLayoutEffect(() => {
    const list = place.current
    if (!list) return undefined
    const measure = () => (hidden.value = fit(list))
    const watch = new ResizeObserver(measure)
    watch.observe(list)
    measure()
    return () => watch.disconnect()
  }, [all.length])
  return html`<ul class=${wide ? 'fitted fitted--wide' : 'fitted'} ref=${place}>${all}</ul>
    ${hidden.value > 0 && html`<p class="fitted__more">${words(hidden.value)}</p>`}`
}

/** From the size that reads best to the smallest that still does. */
const SIZES = ['', 'close', 'closest']

/** Sets the cards as large as they all fit, and says how many do not at the smallest. @param {HTMLElement} list */
function fit(list) {
  for (const size of SIZES) {
    list.dataset.fit = size
    if (!over(list)) return 0
  }
  return over(list)
}

/** How many of a list's cards lie outside it; those that do are not read aloud either. @param {HTMLElement} list */
function over(list) {
  const edge = list.getBoundingClientRect()
  const cards = /** @type {HTMLElement[]} */ ([...list.children])
  for (const card of cards) card.hidden = false
  const gone = cards.filter((card) => {
    const at = card.getBoundingClientRect()
    return at.bottom > edge.bottom + 1 || at.right > edge.right + 1
  })
  for (const card of gone) card.hidden = true
  return gone.length
}
