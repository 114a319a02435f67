/** An entry of the metric library fills what the card does not say yet; what people wrote stays. */

/**
 * The changes that choosing an entry brings, one a field and language.
 * @param {Toimi.Room} room
 * @param {Toimi.Kind} kind
 * @param {Toimi.Card} card
 * @param {string} entry
 * @returns {Toimi.Commands['ReviseCard'][]}
 */
export function filledFrom(room, kind, card, entry) {
  const found = room.boot.pack.library.find(({ id }) => id === entry)
  if (!found) return []
  const known = /** @type {{ [field: string]: any }} */ ({ ...found, unit: room.boot.pack.units[found.unit] ?? found.unit })
  const open = kind.fields.filter((field) => field.type !== 'Library' && known[field.key] && empty(card.answers[field.key]))
  return open.flatMap((field) => changes(room, card.id, field, known[field.key]))
}

/** @param {any} answer */
const empty = (answer) => answer === undefined || answer === null || answer === '' || (!!answer.texts && !Object.values(answer.texts).some((/** @type {any} */ each) => each?.text))

/** @param {Toimi.Room} room @param {string} card @param {Toimi.Field} field @param {any} value @returns {Toimi.Commands['ReviseCard'][]} */
function changes(room, card, field, value) {
  if (field.type !== 'Text') return [{ card, field: field.key, value, base: null, language: room.language }]
  const texts = typeof value === 'string' ? { [room.language]: value } : value
  // The reader's own language first: the card's text begins in it.
  const languages = [room.language, ...room.languages.filter((each) => each !== room.language)].filter((each) => texts[each])
  return languages.map((language) => ({ card, field: field.key, value: texts[language].slice(0, field.limit), base: '', language }))
}
