/** The cards of a vote in the room's order, and whether a line would part some that tie. */

/** Dots by rank; on the matrix importance and feasibility together. @param {Toimi.DotsResult | Toimi.MatrixResult} result @returns {string[]} */
export function ranked(result) {
  if (result.kind === 'dots') return result.cards.filter((each) => each.dots > 0).map((each) => each.card)
  return weighed(result).map((each) => each.card)
}

/** @param {Toimi.MatrixResult} result */
const weighed = (result) => result.cards.filter((each) => each.n > 0).toSorted((a, b) => weight(b) - weight(a))

/** @param {Toimi.MatrixResult['cards'][number]} each */
const weight = (each) => (each.importance ?? 0) + (each.feasibility ?? 0)

/** Whether the last above the line and the first below it tie. @param {Toimi.DotsResult | Toimi.MatrixResult} result @param {number} line */
export function tiedAt(result, line) {
  if (line === 0) return false
  if (result.kind === 'matrix') {
    const [last, first] = [weighed(result)[line - 1], weighed(result)[line]]
    return !!last && !!first && weight(last) === weight(first)
  }
  const given = result.cards.filter((each) => each.dots > 0)
  return !!given[line] && given[line - 1]?.rank === given[line].rank
}
