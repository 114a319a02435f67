/** Arrow keys within a group that has one tab stop. */

const KEYS = {
  across: { ArrowRight: 1, ArrowLeft: -1 },
  down: { ArrowDown: 1, ArrowUp: -1 },
}

/**
 * The place that a key leads to, around the ends; null when the key says nothing here.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {'across' | 'down'} [way]
 * @returns {number | null}
 */
export function stepped(key, at, count, way = 'across') {
  if (!count) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const by = /** @type {{ [key: string]: number }} */ (KEYS[way])[key]
  return by === undefined ? null : (at + by + count) % count
}
