/** Single keys of the console: what each does, and when it does nothing. */

/** @typedef {'next' | 'pause' | 'longer' | 'shorter' | 'screen' | 'reveal' | 'freeze' | 'list' | 'back' | { look: string }} KeyDeed */

/** @type {{ [key: string]: KeyDeed }} */
const DEEDS = { n: 'next', p: 'pause', '+': 'longer', '-': 'shorter', '−': 'shorter', s: 'screen', r: 'reveal', '?': 'list' }

/**
 * The deed of a pressed key. F freezes writing, also where there are six groups: their letters stop at the one before it.
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>} pressed
 * @param {string[]} letters of the groups
 * @returns {KeyDeed | null}
 */
export function deedOf({ key, ctrlKey, metaKey, altKey }, letters) {
  if (key === 'Escape') return 'back'
  if (ctrlKey || metaKey || altKey) return null
  const letter = key.toUpperCase()
  if (/^[A-EGH]$/.test(letter) && letters.includes(letter)) return { look: letter }
  if (letter === 'F') return 'freeze'
  return DEEDS[key.length === 1 ? key.toLowerCase() : key] ?? null
}
