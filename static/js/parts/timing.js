/** What a timer says, as figures, words and a share of its ring. */
import { countdown, t } from '../core/words.js'

const WARN = 120

/**
 * @typedef {object} Timing
 * @property {string} figures 8:24, or +0:42 when over
 * @property {string} words left of 30 min, paused, over …
 * @property {number} share of the ring still drawn, 0 to 1
 * @property {'' | 'warn' | 'over' | 'paused'} mood
 */

/**
 * Over time counts up for hosts only; the others are told to finish the sentence.
 * @param {number} left seconds, negative when over
 * @param {number} total seconds
 * @param {{ paused?: boolean, host?: boolean }} [setting]
 * @returns {Timing}
 */
export function timing(left, total, { paused = false, host = false } = {}) {
  if (left <= 0 && !paused) return over(left, host)
  const mood = paused ? 'paused' : left <= WARN ? 'warn' : ''
  const words = paused ? t('paused') : t('left of %(minutes)s min', { minutes: Math.max(1, Math.round(total / 60)) })
  return { figures: countdown(left), words, share: Math.min(1, Math.max(0, left / Math.max(1, total))), mood }
}

/**
 * @param {number} left
 * @param {boolean} host
 * @returns {Timing}
 */
function over(left, host) {
  return host
    ? { figures: `+${countdown(left)}`, words: t('over'), share: 1, mood: 'over' }
    : { figures: countdown(0), words: t('Time is up, finish the sentence'), share: 1, mood: 'over' }
}
