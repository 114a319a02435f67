/**
 * What was entered here for somebody without a device. A facilitator never sees a person's marks, so the board shows the
 * asks of this page, and nothing else.
 */

/** @returns {Toimi.Mine} */
export const nothing = () => ({ marks: {}, picks: [], dots: {}, places: {}, choice: [], confidence: null, ready: false })

/**
 * @param {Toimi.Mine} mine
 * @param {string} type
 * @param {any} body
 * @returns {Toimi.Mine}
 */
export function entered(mine, type, body) {
  switch (type) {
    case 'GiveMark':
      return { ...mine, marks: { ...mine.marks, [body.statement]: { importance: null, certainty: null, target: null, ...body } } }
    case 'Pick':
      return { ...mine, picks: body.statements }
    case 'GiveDots':
      return { ...mine, dots: { ...mine.dots, [body.card]: body.dots } }
    case 'PlaceOnMatrix':
      return { ...mine, places: { ...mine.places, [body.card]: [body.importance, body.feasibility] } }
    case 'Choose':
      return { ...mine, choice: body.choice }
    case 'GiveConfidence':
      return { ...mine, confidence: { level: body.level, raise_it: body.raise_it } }
    case 'MarkReady':
      return { ...mine, ready: body.ready }
    default:
      return mine
  }
}
