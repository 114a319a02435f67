import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speak } from 'toimi/core/words.js'
import { apart } from 'toimi/parts/apart.js'
import { level, middle } from 'toimi/parts/figures.js'
import { groupLook, initials, themeLook } from 'toimi/parts/looks.js'
import { stepped } from 'toimi/parts/moving.js'
import { timing } from 'toimi/parts/timing.js'
import { openNews } from 'toimi/parts/toast.js'

test('eight looks begin again after eight', () => {
  assert.deepEqual([1, 8, 9].map(themeLook), ['t1', 't8', 't1'])
  assert.deepEqual(['A', 'H', 'I', 'j'].map(groupLook), ['a', 'h', 'a', 'b'])
})

test('initials are of the first and the last name', () => {
  assert.equal(initials('Aino Lehtonen'), 'AL')
  assert.equal(initials('Anna-Maija'), 'AM')
  assert.equal(initials('åsa'), 'ÅS')
  assert.equal(initials('  '), '·')
})

test('arrows go round, other keys say nothing', () => {
  assert.equal(stepped('ArrowRight', 2, 3), 0)
  assert.equal(stepped('ArrowLeft', 0, 3), 2)
  assert.equal(stepped('End', 0, 3), 2)
  assert.equal(stepped('ArrowDown', 0, 3), null)
  assert.equal(stepped('ArrowDown', 0, 3, 'down'), 1)
  assert.equal(stepped('Home', 0, 0), null)
})

test('a timer warns at two minutes and tells only the host how long it is over', () => {
  assert.equal(timing(500, 1800).mood, '')
  assert.equal(timing(120, 1800).mood, 'warn')
  assert.deepEqual(timing(-42, 1800, { host: true }), { figures: '+0:42', words: 'over', share: 1, mood: 'over' })
  assert.equal(timing(-42, 1800).figures, '0:00')
  assert.equal(timing(30, 1800, { paused: true }).mood, 'paused')
})

test('the ring shows the share that is left', () => {
  assert.equal(timing(900, 1800).share, 0.5)
  assert.equal(timing(2000, 1800).share, 1)
})

test('figures are written as the reader writes them', (step) => {
  speak('fi')
  step.after(() => speak('en'))
  assert.equal(level(2.5), '2,5')
  assert.equal(level(3), '3')
  assert.equal(level(null), '–')
  assert.equal(middle(2, 3.5), '2–3,5')
  assert.equal(middle(3, 3), '3')
})

test('points on one place move apart, always the same way; lone ones stay', () => {
  const points = [{ x: 100, y: 100 }, { x: 100, y: 100 }, { x: 300, y: 300 }]
  const moved = apart(points, 16)
  assert.deepEqual(moved, apart(points, 16))
  assert.deepEqual(moved[2], points[2])
  assert.ok(Math.hypot(moved[0].x - moved[1].x, moved[0].y - moved[1].y) > 16)
})

/** A clock that runs when told to. */
function rests() {
  const waiting = new Map()
  let n = 0
  return {
    wait: (again) => (waiting.set(++n, again), n),
    stop: (which) => waiting.delete(which),
    pass: () => [...waiting.values()].forEach((again) => again()),
  }
}

test('news goes by itself, unless somebody points at it', () => {
  const time = rests()
  const news = openNews(time)
  const held = news.say('Goal 2 marked ready', { action: 'Undo' })
  news.say('Saved')
  news.hold(held)
  time.pass()
  assert.deepEqual(news.list.value.map(({ words }) => words), ['Goal 2 marked ready'])
  news.release(held)
  time.pass()
  assert.deepEqual(news.list.value, [])
})

test('no more than three pieces of news at once', () => {
  const news = openNews(rests())
  for (const words of ['one', 'two', 'three', 'four']) news.say(words)
  assert.deepEqual(news.list.value.map(({ words }) => words), ['two', 'three', 'four'])
})
