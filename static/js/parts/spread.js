/**
 * Where the dots, bars, band and stroke of one row of the spread chart stand. Every person is a dot as long as dots can be
 * told apart; then, and for few people, the row shows bars. Units are those of the drawing: `width` × HEIGHT.
 */

export const WIDE = 1000
export const NARROW = 420
export const HEIGHT = 64
const EDGE = 4
const LARGEST = 6.2
const SMALLEST = 3.2
const BETWEEN = 0.9
/** Of a level's width, what its clump may take. */
const FILL = 0.86
const BAR = 0.3

/**
 * The middle of a level; levels count from 1 and medians may lie between.
 * @param {number} level
 * @param {number} levels
 * @param {number} width
 */
export const x = (level, levels, width = WIDE) => ((level - 0.5) / levels) * width

/**
 * @param {number} r
 * @param {number} levels
 * @param {number} width
 */
function room(r, levels, width) {
  const pitch = 2 * r + BETWEEN
  return { pitch, rows: Math.floor((HEIGHT - 2 * EDGE) / pitch), columns: Math.floor(((width / levels) * FILL) / pitch) }
}

/**
 * The largest radius at which the fullest level still fits; null when dots would be too small.
 * @param {number[]} counts people by level
 * @param {number} [width]
 */
export function radius(counts, width = WIDE) {
  const most = Math.max(0, ...counts)
  for (let r = LARGEST; r >= SMALLEST - 1e-9; r -= 0.2) {
    const { rows, columns } = room(r, counts.length, width)
    if (rows * columns >= most) return Math.round(r * 10) / 10
  }
  return null
}

/**
 * One dot a person, packed around the middle of its level; null when they would be too small to tell apart.
 * @param {number[]} counts people by level
 * @param {number} [width]
 * @returns {{ r: number, dots: { x: number, y: number }[] } | null}
 */
export function dots(counts, width = WIDE) {
  const r = radius(counts, width)
  if (r === null) return null
  const { pitch, rows } = room(r, counts.length, width)
  return { r, dots: counts.flatMap((count, n) => clump(count, x(n + 1, counts.length, width), rows, pitch)) }
}

/**
 * @param {number} count
 * @param {number} middle
 * @param {number} rows at most
 * @param {number} pitch
 */
function clump(count, middle, rows, pitch) {
  const tall = Math.min(rows, Math.max(count, 1))
  const columns = Math.ceil(count / tall)
  return spreadOver(count, columns).flatMap((inColumn, column) =>
    Array.from({ length: inColumn }, (_, n) => ({
      x: middle + (column - (columns - 1) / 2) * pitch,
      y: HEIGHT / 2 + (n - (inColumn - 1) / 2) * pitch,
    })),
  )
}

/**
 * As even as can be, the fuller columns in the middle.
 * @param {number} count
 * @param {number} columns
 */
function spreadOver(count, columns) {
  const each = Math.floor(count / columns)
  /** @param {number} column */
  const fromMiddle = (column) => Math.abs(column - (columns - 1) / 2)
  const order = [...Array(columns).keys()].toSorted((a, b) => fromMiddle(a) - fromMiddle(b))
  const fuller = new Set(order.slice(0, count % columns))
  return Array.from({ length: columns }, (_, n) => each + (fuller.has(n) ? 1 : 0))
}

/**
 * One bar a level, as tall as its share of the fullest.
 * @param {number[]} counts
 * @param {number} [width]
 */
export function bars(counts, width = WIDE) {
  const most = Math.max(1, ...counts)
  const across = (width / counts.length) * BAR
  return counts.map((count, n) => {
    const height = count ? Math.max(3, (count / most) * (HEIGHT - 2 * EDGE)) : 0
    return { x: x(n + 1, counts.length, width) - across / 2, y: HEIGHT - EDGE - height, width: across, height, count }
  })
}

/**
 * The middle half, a little wider than its quartiles so that it holds their dots.
 * @param {number} low
 * @param {number} high
 * @param {number} levels
 * @param {number} [width]
 */
export function band(low, high, levels, width = WIDE) {
  const margin = (width / levels) * 0.16
  const from = Math.max(0, x(low, levels, width) - margin)
  const to = Math.min(width, x(high, levels, width) + margin)
  return { x: from, width: to - from }
}

/**
 * What a row draws: people as dots from twelve answers on, bars below and where dots would blur, nothing before five.
 * @param {{ n: number, median: number | null, bins: number[] | null, dots: number[] | null }} result
 * @param {number} [width]
 */
export function drawing({ median, bins, dots: people }, width = WIDE) {
  if (median === null) return { kind: /** @type {const} */ ('nothing') }
  const packed = people && dots(people, width)
  if (packed) return { kind: /** @type {const} */ ('dots'), ...packed }
  const counts = bins ?? people
  return counts ? { kind: /** @type {const} */ ('bars'), bars: bars(counts, width) } : { kind: /** @type {const} */ ('band') }
}
