/** Which of the eight colours a thing gets. Beyond eight they begin again: number and letter still tell them apart. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** @param {number} number a theme's, from 1 */
export const themeLook = (number) => `t${((Math.max(1, number) - 1) % 8) + 1}`

/**
 * a … h, for the classes `g-a` and the shapes `group-a`.
 * @param {string} letter a group's, A, B …
 */
export function groupLook(letter) {
  const place = LETTERS.indexOf(letter.slice(0, 1).toLowerCase())
  return LETTERS[(place < 0 ? 0 : place) % 8]
}

/**
 * Two letters for a person: of the first and the last name, or the first two of a single one.
 * @param {string} name
 */
export function initials(name) {
  const words = name.trim().split(/[\s-]+/).filter(Boolean)
  if (!words.length) return '·'
  const [first] = words
  const last = words.length > 1 ? words[words.length - 1] : ''
  const letters = last ? [...first][0] + [...last][0] : [...first].slice(0, 2).join('')
  return letters.toLocaleUpperCase()
}
