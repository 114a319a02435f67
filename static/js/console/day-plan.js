/** The day as planned and as it goes: when each step begins, how long it takes, when the day ends and how late. */

const MINUTE = 60_000
/** A step open longer than this was pre-work; its days say nothing about the day's minutes. */
const PRE_WORK = 12 * 60 * MINUTE

/**
 * @typedef {object} Stretch
 * @property {string} id
 * @property {number} begins milliseconds; foreseen for steps to come
 * @property {number} planned minutes
 * @property {number | null} actual minutes so far, null before it began
 * @property {'done' | 'now' | 'ahead'} state
 */

/**
 * @param {Toimi.Step[]} steps in order
 * @param {string | null} current
 * @param {number} now milliseconds, the server's
 * @returns {{ stretches: Stretch[], ends: number, late: number }} `late` in whole minutes, negative when early
 */
export function dayPlan(steps, current, now) {
  const begun = Math.min(now, ...steps.map((step) => live(step, now)?.from ?? Infinity))
  /** @type {Stretch[]} */
  const stretches = []
  let ends = now
  for (const step of steps) {
    const stretch = foreseen(step, step.id === current && step.phase !== 'closed', ends, now)
    stretches.push(stretch)
    const length = stretch.state === 'done' ? (stretch.actual ?? 0) : Math.max(stretch.planned, stretch.actual ?? 0)
    ends = stretch.begins + length * MINUTE
  }
  return { stretches, ends, late: Math.round((ends - asPlanned(steps, begun)) / MINUTE) }
}

/**
 * @param {Toimi.Step} step
 * @param {boolean} current
 * @param {number} after when the one before it ends
 * @param {number} now
 * @returns {Stretch}
 */
function foreseen(step, current, after, now) {
  const lived = live(step, now)
  return {
    id: step.id,
    begins: lived?.from ?? notBefore(step, Math.max(after, now)),
    planned: step.minutes,
    actual: lived && (lived.to - lived.from) / MINUTE,
    state: current ? 'now' : lived ? 'done' : 'ahead',
  }
}

/** From when to when a step was open in the room. @param {Toimi.Step} step @param {number} now */
function live(step, now) {
  if (!step.opened_at) return null
  const from = Date.parse(step.opened_at)
  const to = step.closed_at ? Date.parse(step.closed_at) : now
  return to - from > PRE_WORK ? null : { from, to: Math.max(from, to) }
}

/** When the day would end had every step kept its minutes. @param {Toimi.Step[]} steps @param {number} begun */
const asPlanned = (steps, begun) => steps.reduce((at, step) => notBefore(step, at) + step.minutes * MINUTE, begun)

/** A pinned time holds a step back, never forward. @param {Toimi.Step} step @param {number} at */
function notBefore(step, at) {
  if (!step.pinned) return at
  const [hour, minute] = step.pinned.split(':').map(Number)
  return Math.max(at, new Date(at).setHours(hour, minute, 0, 0))
}

/**
 * The minutes that fill a bar. A step left open for hours fills it too, rather than making slivers of all others.
 * @param {Stretch[]} stretches
 */
export function longest(stretches) {
  const planned = Math.max(1, ...stretches.map((each) => each.planned))
  return Math.min(2 * planned, Math.max(planned, ...stretches.map((each) => each.actual ?? 0)))
}

/**
 * A break to come that can give some minutes.
 * @param {Toimi.Step[]} steps
 * @param {number} late
 * @returns {{ step: string, by: number } | null}
 */
export function spare(steps, late) {
  const rest = steps.find((step) => step.kind === 'break' && step.phase === 'waiting' && step.minutes >= 10)
  return rest && late >= 3 ? { step: rest.id, by: rest.minutes > 15 && late > 5 ? 10 : 5 } : null
}
