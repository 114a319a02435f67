/** Rows as a spreadsheet takes them from the clipboard: cells between tabs, nothing of which it would reckon. */

const FORMULA_LIKE = /^\s*[=+\-@]/
const FIGURE = /^-?\d+([.,]\d+)?$/
const QUOTED = /[\t\n\r"]/

/** A text that begins like a formula stands behind an apostrophe; a negative figure stays one. @param {string} text */
export function harmless(text) {
  return FORMULA_LIKE.test(text) && !FIGURE.test(text) ? `'${text}` : text
}

/** @param {string} text */
function cell(text) {
  const safe = harmless(text)
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** @param {readonly string[]} texts */
export const tabbed = (texts) => texts.map(cell).join('\t')
