/** The server's time on this device, corrected for the delay of the line. */
import { signal } from '@preact/signals-core'

const SAMPLES = 12
/** A device whose clock was set, or that slept: what was known before says nothing. */
const JUMP = 5000
/** Nobody's line is so slow that half of this is believed. */
const SLOW = 4000

/**
 * @typedef {object} Setting
 * @property {() => number} [here] the device's own time, milliseconds
 */

/**
 * `heard` takes each of the server's stamps; the least delayed of the last few is believed, plus half the best round trip.
 * @param {Setting} [setting]
 */
export function openClock({ here = () => Date.now() } = {}) {
  /** @type {number[]} */
  let ahead = []
  let roundTrip = SLOW
  const offset = () => (ahead.length ? Math.max(...ahead) + (roundTrip < SLOW ? roundTrip / 2 : 0) : 0)
  const now = () => here() + offset()

  /** @param {string} stamp the server's ISO time as it just came in */
  function heard(stamp) {
    const sample = Date.parse(stamp) - here()
    if (Number.isNaN(sample)) return
    const jumped = ahead.length && Math.abs(sample - Math.max(...ahead)) > JUMP
    ahead = jumped ? [sample] : [...ahead.slice(1 - SAMPLES), sample]
  }

  /** @param {number} took milliseconds from asking to the answer */
  function measured(took) {
    if (took >= 0) roundTrip = Math.min(roundTrip, took)
  }

  const second = ticking(now)
  /** @param {Toimi.Timer | null | undefined} timer */
  const left = (timer) => secondsLeft(timer, () => second.value)
  return { now, second, left, heard, measured }
}

/**
 * @param {Toimi.Timer | null | undefined} timer
 * @param {() => number} at
 */
function secondsLeft(timer, at) {
  if (!timer || timer.state === 'none') return null
  if (timer.state === 'paused' || !timer.ends_at) return timer.left
  return Math.ceil((Date.parse(timer.ends_at) - at()) / 1000)
}

/**
 * The time as a signal that runs only while somebody looks, on the server's full seconds.
 * @param {() => number} now
 */
function ticking(now) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next
  const beat = signal(now(), { watched: tick, unwatched: rest })
  function tick() {
    beat.value = now()
    next = setTimeout(tick, 1000 - (((now() % 1000) + 1000) % 1000))
  }
  function rest() {
    clearTimeout(next)
    next = undefined
  }
  return {
    get value() {
      const held = beat.value
      return next === undefined ? now() : held
    },
  }
}
