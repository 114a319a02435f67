/** Points that would lie on each other, moved onto a ring around their place. */

/**
 * The same points with `x` and `y` moved by at most `by`; the same input always gives the same picture.
 * @template {{ x: number, y: number }} P
 * @param {P[]} points
 * @param {number} by
 * @returns {P[]}
 */
export function apart(points, by) {
  /** @type {Map<string, P[]>} */
  const heaps = new Map()
  for (const point of points) {
    const place = `${Math.round(point.x / by)}:${Math.round(point.y / by)}`
    heaps.set(place, [...(heaps.get(place) ?? []), point])
  }
  return points.map((point) => {
    const heap = [...heaps.values()].find((each) => each.includes(point)) ?? [point]
    if (heap.length === 1) return point
    const angle = (2 * Math.PI * heap.indexOf(point)) / heap.length - Math.PI / 2
    const reach = heap.length > 6 ? by * 1.4 : by
    return { ...point, x: point.x + Math.cos(angle) * reach, y: point.y + Math.sin(angle) * reach }
  })
}
