/** The timer's ring. It runs by itself as long as it is on the page. */
import { html } from '../core/html.js'
import { timing } from './timing.js'

/**
 * Nothing when no timer is set.
 * @param {{ timer: Toimi.Timer | null, clock: Toimi.Clock, host?: boolean, size?: '' | 'xl' }} props
 */
export function Timer({ timer, clock, host = false, size = '' }) {
  const left = clock.left(timer)
  if (!timer || left === null) return null
  const { figures, words, share, mood } = timing(left, timer.total, { paused: timer.state === 'paused', host })
  return html`<div class=${`timer${mood && ` is-${mood}`}${size && ` timer--${size}`}`} role="timer" aria-label=${`${words}: ${figures}`}>
    <svg class="timer__ring" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle class="bg" cx="24" cy="24" r=${size ? 21 : 20} />
      <circle class="fg" cx="24" cy="24" r=${size ? 21 : 20} pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - share * 100} />
    </svg>
    <span class="timer__text" aria-hidden="true"><span class="timer__num">${figures}</span><span class="timer__lab">${words}</span></span>
  </div>`
}
