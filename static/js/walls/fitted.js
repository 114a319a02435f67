/** As many cards as the wall holds, in columns; set closer before any is left out. A wall does not scroll: of the rest it says how many. */
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { toChildArray } from 'preact'
import { html } from '../core/html.js'

/** @param {{ children?: any, words: (n: number) => string, wide?: boolean }} props `words` says how many are not shown */
export function Fitted({ children, words, wide = false }) {
  const all = toChildArray(children)
  const place = useRef(/** @type {HTMLElement | null} */ (null))
  const rest = useRef(/** @type {HTMLElement | null} */ (null))
  const hidden = useSignal(0)
  const measure = () => {
    if (place.current && rest.current) hidden.value = fit(place.current, rest.current)
  }
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(measure)
    if (place.current) watch.observe(place.current)
    // Letters come after the words, and are of another width.
    document.fonts.addEventListener('loadingdone', measure)
    return () => {
      watch.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
    }
  }, [])
  return html`<ul class=${wide ? 'fitted fitted--wide' : 'fitted'} ref=${place}>${all}</ul>
    <p class="fitted__more" ref=${rest} hidden=${!hidden.value}>${hidden.value > 0 && words(hidden.value)}</p>`
}

/** From the size that reads best to the smallest that still does. */
const SIZES = ['', 'close', 'closest']

/** Sets the cards as large as they all fit, and says how many do not at the smallest. @param {HTMLElement} list @param {HTMLElement} rest the line that says so; it takes room only where it is needed */
function fit(list, rest) {
  rest.hidden = true
  for (const size of SIZES) {
    list.dataset.fit = size
    if (!over(list)) return 0
  }
  rest.hidden = false
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
