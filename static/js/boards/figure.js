/** Figures as people write them. */

/**
 * The number, null for nothing; what is not a number stays text, and is told at the field.
 * @param {string} text with comma or point, blanks between thousands
 */
export function figure(text) {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('\u2212', '-')
  if (plain === '') return null
  return Number.isNaN(Number(plain)) ? text : Number(plain)
}
