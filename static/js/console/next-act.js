/** The facilitator's next act: one thing, for the one filled button. */

/**
 * @typedef {{ act: 'open' | 'reveal' | 'close', step: string, from: string | null } | { act: 'over' }} NextAct
 * `from` is the step that is left behind
 */

/**
 * Whether what is given in a step waits to be shown together.
 * @param {Pick<Toimi.Kind, 'solo_first' | 'board'>} kind
 * @param {Toimi.Step['options']} options
 */
export const revealable = (kind, options) => kind.solo_first || (kind.board === 'review' && !!options.confidence)

/**
 * @param {Toimi.Step[]} steps in the agenda's order
 * @param {string | null} now the current step's id
 * @param {{ [kind: string]: Pick<Toimi.Kind, 'solo_first' | 'board'> }} kinds
 * @returns {NextAct}
 */
export function nextAct(steps, now, kinds) {
  const at = steps.findIndex((step) => step.id === now)
  const current = steps[at]
  if (current?.phase === 'open' && revealable(kinds[current.kind], current.options)) return { act: 'reveal', step: current.id, from: current.id }
  const next = steps.slice(at + 1).find((step) => step.phase !== 'closed')
  if (next) return { act: 'open', step: next.id, from: current?.id ?? null }
  return current && current.phase !== 'closed' ? { act: 'close', step: current.id, from: current.id } : { act: 'over' }
}
