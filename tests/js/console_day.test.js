import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayPlan, longest, spare } from 'toimi/console/day-plan.js'

const NINE = new Date(2026, 10, 26, 9, 0).getTime()
const minutes = (n) => NINE + n * 60_000
const stamp = (n) => new Date(minutes(n)).toISOString()
const step = (id, length, more = {}) => ({ id, minutes: length, kind: 'ideas', pinned: '', phase: 'waiting', opened_at: null, closed_at: null, options: {}, ...more })
const done = (id, length, from, to) => step(id, length, { phase: 'closed', opened_at: stamp(from), closed_at: stamp(to) })
const begun = (id, length, from) => step(id, length, { phase: 'open', opened_at: stamp(from) })

test('before the day has begun it ends as many minutes from now as are planned', () => {
  const { ends, late } = dayPlan([step('a', 10), step('b', 20)], null, NINE)
  assert.equal(ends, minutes(30))
  assert.equal(late, 0)
})

test('steps that took longer make the day end later, and every step to come begin later', () => {
  const { stretches, ends, late } = dayPlan([done('a', 10, 0, 16), begun('b', 20, 16), step('c', 5)], 'b', minutes(20))
  assert.deepEqual(stretches.map(({ begins }) => begins), [minutes(0), minutes(16), minutes(36)])
  assert.deepEqual(stretches.map(({ actual }) => actual), [16, 4, null])
  assert.equal(ends, minutes(41))
  assert.equal(late, 6)
})

test('a step over its time pushes what follows as long as it lasts', () => {
  assert.equal(dayPlan([begun('a', 10, 0), step('b', 5)], 'a', minutes(25)).late, 15)
})

test('a pinned time holds its step back', () => {
  const { stretches } = dayPlan([begun('a', 10, 0), step('b', 5, { pinned: '10:30' })], 'a', minutes(5))
  assert.equal(stretches[1].begins, minutes(90))
})

test('pre-work that stood open for days does not make the day days late', () => {
  const open = step('a', 30, { phase: 'open', opened_at: stamp(-3 * 24 * 60) })
  assert.equal(dayPlan([open, step('b', 10)], 'a', NINE).late, 0)
})

test('a day that is over ended when its last step closed', () => {
  const { ends, late } = dayPlan([done('a', 10, 0, 10), done('b', 10, 10, 18)], 'b', minutes(300))
  assert.equal(late, -2)
  assert.equal(ends, minutes(18))
})

test('the longest step fills its bar; one left open for hours does not make slivers of the others', () => {
  const stretches = (/** @type {number | null} */ actual) => [{ planned: 60, actual }, { planned: 30, actual: null }]
  assert.equal(longest(stretches(40)), 60)
  assert.equal(longest(stretches(75)), 75)
  assert.equal(longest(stretches(500)), 120)
})

test('only a break that is still to come and long enough gives minutes', () => {
  const rest = (length, phase) => step('r', length, { kind: 'break', phase })
  assert.deepEqual(spare([rest(15, 'waiting')], 6), { step: 'r', by: 5 })
  assert.equal(spare([rest(15, 'closed')], 6), null)
  assert.equal(spare([rest(5, 'waiting')], 6), null)
  assert.equal(spare([rest(15, 'waiting')], 1), null)
})
