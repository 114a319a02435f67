/** How lively a group writes: times at which something was seen to change, counted by the minute. */

const MINUTE = 60_000
export const MINUTES = 15

/**
 * @param {number[]} times milliseconds
 * @param {number} now
 * @returns {number[]} one count a minute, the latest last
 */
export function byMinute(times, now) {
  const counts = Array.from({ length: MINUTES }, () => 0)
  for (const time of times) {
    const ago = Math.floor((now - time) / MINUTE)
    if (ago >= 0 && ago < MINUTES) counts[MINUTES - 1 - ago] += 1
  }
  return counts
}

/** Those still worth keeping, with one more. @param {number[]} times @param {number} time */
export const withOne = (times, time) => (times.includes(time) ? times : [...times.filter((each) => time - each < MINUTES * MINUTE), time])
