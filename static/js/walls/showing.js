/** What the screen shows now, decided in one place for the wall itself and for the console that steers it. */

/** @typedef {'lobby' | 'code' | 'task' | 'results' | 'plan' | 'spotlight' | 'over'} Showing */

/**
 * A card in the spotlight goes before everything; then what the facilitator chose; left to itself the wall shows the task
 * while people work and the result once it is shown.
 * @param {Toimi.Now | null} now
 * @param {Toimi.Step | null} step the room's current one
 * @param {boolean} [last] the step is the last of the agenda
 * @returns {Showing}
 */
export function showing(now, step, last = false) {
  if (now?.spotlight) return 'spotlight'
  if (now?.shows === 'code') return 'code'
  if (now?.shows === 'plan') return 'plan'
  if (!step) return 'lobby'
  if (now && now.shows !== 'auto') return now.shows
  return byItself(step, last)
}

/** @param {Toimi.Step} step @param {boolean} last @returns {Showing} */
function byItself(step, last) {
  if (step.phase === 'closed' && last) return 'over'
  if (step.phase === 'open' && step.kind === 'review') return 'plan'
  return step.phase === 'revealed' || step.phase === 'closed' ? 'results' : 'task'
}
