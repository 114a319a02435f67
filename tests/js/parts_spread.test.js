import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HEIGHT, NARROW, WIDE, band, bars, dots, drawing, radius, x } from 'toimi/parts/spread.js'

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0)
const level = (more) => ({ n: 24, median: 3, low: 2, high: 4, bins: null, dots: null, ...more })

for (const counts of [[1, 1, 1, 0, 0], [2, 6, 9, 5, 2], [0, 24, 0, 0, 0], [10, 20, 30, 25, 15], [0, 0, 100, 0, 0], [60, 60, 60, 60, 60]]) {
  test(`${sum(counts)} people are ${sum(counts)} dots, all inside and apart`, () => {
    const packed = dots(counts)
    assert.ok(packed)
    assert.equal(packed.dots.length, sum(counts))
    for (const dot of packed.dots) {
      assert.ok(dot.x - packed.r >= 0 && dot.x + packed.r <= WIDE)
      assert.ok(dot.y - packed.r >= 0 && dot.y + packed.r <= HEIGHT)
    }
    const places = new Set(packed.dots.map((dot) => `${dot.x.toFixed(2)} ${dot.y.toFixed(2)}`))
    assert.equal(places.size, packed.dots.length)
  })
}

test('a dot never strays into another level', () => {
  const { dots: placed } = dots([0, 100, 0, 0, 0])
  assert.ok(placed.every((dot) => dot.x > x(1.5, 5) && dot.x < x(2.5, 5)))
})

test('more people, smaller dots, and then none', () => {
  assert.ok(radius([0, 30, 0, 0, 0]) > radius([0, 100, 0, 0, 0]))
  assert.equal(radius([0, 300, 0, 0, 0]), null)
  assert.equal(dots([0, 300, 0, 0, 0]), null)
})

test('on a phone the same people still fit', () => {
  assert.equal(dots([2, 6, 9, 5, 2], NARROW).dots.length, 24)
})

test('levels stand in the middle of their fifth', () => {
  assert.equal(x(1, 5), 100)
  assert.equal(x(5, 5), 900)
  assert.equal(x(2.5, 5), 400)
})

test('the band holds the quartiles and stays inside', () => {
  const { x: from, width } = band(1, 5, 5)
  assert.ok(from >= 0 && from < x(1, 5))
  assert.ok(from + width <= WIDE && from + width > x(5, 5))
})

test('the fullest bar is as tall as the row allows, an empty one is not there', () => {
  const drawn = bars([0, 1, 4, 2, 0])
  assert.equal(Math.max(...drawn.map((bar) => bar.height)), HEIGHT - 8)
  assert.equal(drawn[0].height, 0)
})

test('before five answers nothing is drawn', () => {
  assert.equal(drawing(level({ n: 4, median: null, low: null, high: null })).kind, 'nothing')
})

test('under twelve answers there are bars and not a dot a person', () => {
  assert.equal(drawing(level({ n: 8, bins: [0, 3, 3, 2, 0] })).kind, 'bars')
})

test('from twelve on there are dots, and for very many bars again', () => {
  assert.equal(drawing(level({ dots: [2, 6, 9, 5, 2] })).kind, 'dots')
  assert.equal(drawing(level({ n: 300, dots: [0, 300, 0, 0, 0] })).kind, 'bars')
})
