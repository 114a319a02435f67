import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effect } from '@preact/signals-core'
import { openClock } from 'toimi/core/clock.js'

const NINE = Date.parse('2026-11-26T09:00:00Z')
const stamp = (ms) => new Date(ms).toISOString()

/** A device whose clock is wrong by `wrong`, and a line that takes `delay` each way. */
function world({ wrong = 0 } = {}) {
  const world_ = { server: NINE, wrong, pass: (ms) => (world_.server += ms) }
  world_.clock = openClock({ here: () => world_.server + world_.wrong })
  world_.hear = (delay) => {
    const sent = stamp(world_.server)
    world_.pass(delay)
    world_.clock.heard(sent)
  }
  return world_
}

test('before the server has spoken the device’s own time is all there is', () => {
  assert.equal(world().clock.now(), NINE)
})

test('a device that is three minutes wrong shows the server’s time', () => {
  const { clock, hear } = world({ wrong: 180_000 })
  hear(0)
  assert.equal(clock.now(), NINE)
})

test('the least delayed word of the last few is believed, plus half the best round trip', () => {
  const { clock, hear } = world({ wrong: -7000 })
  for (const delay of [900, 40, 300, 1200]) hear(delay)
  clock.measured(80)
  clock.measured(700)
  assert.equal(clock.now(), NINE + 900 + 40 + 300 + 1200)
})

test('a device that slept or was set forgets what it knew', () => {
  const here = world()
  here.hear(0)
  here.wrong = 60_000
  here.hear(0)
  assert.equal(here.clock.now(), NINE)
})

test('a stamp that cannot be read changes nothing', () => {
  const { clock } = world()
  clock.heard('soon')
  assert.equal(clock.now(), NINE)
})

test('a timer’s seconds: running, over, paused, none', () => {
  const { clock } = world()
  const running = (at) => ({ state: 'running', ends_at: stamp(at), left: null, total: 300 })
  assert.equal(clock.left(running(NINE + 90_000)), 90)
  assert.equal(clock.left(running(NINE - 30_000)), -30)
  assert.equal(clock.left({ state: 'paused', ends_at: null, left: 42, total: 300 }), 42)
  assert.equal(clock.left({ state: 'none', ends_at: null, left: null, total: 0 }), null)
  assert.equal(clock.left(null), null)
})

test('it ticks on the server’s full seconds while somebody looks, and rests otherwise', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NINE + 250 })
  const clock = openClock()
  const seen = []
  const stop = effect(() => seen.push(clock.second.value - NINE))
  mock.timers.tick(750)
  mock.timers.tick(1000)
  stop()
  mock.timers.tick(5000)
  assert.deepEqual(seen, [250, 1000, 2000])
  assert.equal(clock.second.value, NINE + 7000)
})
