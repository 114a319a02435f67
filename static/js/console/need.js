/** Which groups need the facilitator, most first, with the reason. */

/**
 * @typedef {object} Need
 * @property {Toimi.Group} group
 * @property {'asked' | 'stuck' | 'working' | 'ready' | 'resting'} state
 * @property {Toimi.Message | null} why of a group that is stuck
 * @property {string | null} since when it asked
 */

const RANKS = { asked: 0, stuck: 1, working: 2, resting: 3, ready: 4 }

/**
 * @param {Toimi.Group[]} groups
 * @param {{ helps: Toimi.Helps | null, attention: Toimi.Attention | null, step: Toimi.Step | null, byGroup: boolean }} seen
 * @returns {Need[]}
 */
export function byNeed(groups, { helps, attention, step, byGroup }) {
  const needs = groups.map((group) => need(group, { helps, attention, step, byGroup }))
  return needs.toSorted((a, b) => RANKS[a.state] - RANKS[b.state] || (a.group.letter < b.group.letter ? -1 : 1))
}

/** @param {Toimi.Group} group @param {Parameters<typeof byNeed>[1]} seen @returns {Need} */
function need(group, { helps, attention, step, byGroup }) {
  const since = helps?.[group.id] ?? null
  if (since) return { group, state: 'asked', why: null, since }
  // Who asked and was answered is no longer stuck, though the last tick still says so.
  const stuck = attention?.stuck.find((each) => each.group === group.id && each.why !== 'Asked for you')
  if (stuck) return { group, state: 'stuck', why: { id: stuck.why, arguments: stuck.arguments }, since: null }
  if (!step || step.phase !== 'open' || !byGroup) return { group, state: 'resting', why: null, since: null }
  return { group, state: group.ready.includes(step.id) ? 'ready' : 'working', why: null, since: null }
}
