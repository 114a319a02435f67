import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effect } from '@preact/signals-core'
import { openStore } from 'toimi/core/store.js'
import { FakeStream } from './fakes/server.js'

const part = (panels, { epoch = 'e1', since = 0, seq = 5, whole = since === 0, more = false } = {}) => ({ epoch, since, seq, whole, more, panels })
const moment = (streams) => ({ now: '2026-11-26T09:00:00Z', seat: 'ada', streams })

function opened(streams) {
  let missed = 0
  const store = openStore({ behind: () => (missed += 1) })
  if (streams) store.moment(moment(streams))
  return { ...store, panel: store.face.panel, missed: () => missed }
}

test('a change is applied when it goes on from what is held', () => {
  const store = opened({ room: part({ timer: 1 }) })
  store.changes({ stream: 'room', ...part({ timer: 2, now: 3 }, { since: 4, seq: 7 }) })
  assert.deepEqual([store.panel('timer'), store.panel('now'), store.have()], [2, 3, { room: ['e1', 7] }])
})

test('a number that is not newer is dropped', () => {
  const store = opened({ room: part({ timer: 1 }) })
  store.changes({ stream: 'room', ...part({ timer: 'old' }, { since: 3, seq: 5 }) })
  assert.equal(store.panel('timer'), 1)
  assert.equal(store.missed(), 0)
})

test('a gap, another epoch and an unknown stream ask for a moment and change nothing', () => {
  const store = opened({ room: part({ timer: 1 }) })
  store.changes({ stream: 'room', ...part({ timer: 2 }, { since: 6, seq: 7 }) })
  store.changes({ stream: 'room', ...part({ timer: 2 }, { epoch: 'e2', since: 5, seq: 7 }) })
  store.changes({ stream: 'group:a', ...part({ timer: 2 }, { since: 5, seq: 7 }) })
  assert.equal(store.missed(), 3)
  assert.equal(store.panel('timer'), 1)
})

test('a beacon that is ahead, of another epoch or of other streams asks for a moment; one that agrees does not', () => {
  const store = opened({ room: part({}) })
  for (const room of [['e1', 5], ['e1', 6], ['e2', 5]]) store.beacon({ now: '', streams: { room } })
  assert.equal(store.missed(), 2)
  store.beacon({ now: '', streams: {} })
  assert.equal(store.missed(), 3)
})

test('nothing is drawn until the last part is in', () => {
  const store = opened({ room: part({ a: 1 }) })
  store.moment(moment({ room: part({ b: 1 }, { epoch: 'e2', seq: 2, more: true }) }))
  assert.deepEqual([store.panel('a'), store.panel('b')], [1, null])
  store.changes({ stream: 'room', ...part({ c: 1 }, { epoch: 'e2', since: 2, seq: 3 }) })
  assert.deepEqual([store.panel('a'), store.panel('b'), store.panel('c')], [null, 1, 1])
})

test('the room is ready only when the first moment is in whole', () => {
  const store = opened({ room: part({ a: 1 }, { seq: 2, more: true }), 'seat:ada': part({ me: 1 }) })
  assert.equal(store.face.ready.value, false)
  store.changes({ stream: 'room', ...part({ b: 1 }, { since: 2, seq: 3 }) })
  assert.equal(store.face.ready.value, true)
})

test('a whole replaces what was held, without a word on what is gone', () => {
  const store = opened({ room: part({ a: 1, b: 2 }) })
  store.moment(moment({ room: part({ b: 3 }, { epoch: 'e2', seq: 2 }) }))
  assert.deepEqual([store.panel('a'), store.panel('b')], [null, 3])
})

test('a whole in parts replaces even when its first part is older than what is held', () => {
  const store = opened({ room: part({ a: 1, b: 1, gone: 1 }, { seq: 30 }) })
  store.changes({ stream: 'room', ...part({ a: 1 }, { since: 0, seq: 20, more: true }) })
  store.changes({ stream: 'room', ...part({ b: 2 }, { since: 20, seq: 31 }) })
  assert.deepEqual([store.panel('a'), store.panel('b'), store.panel('gone')], [1, 2, null])
})

test('a stream that is not listed is forgotten with its panels', () => {
  const store = opened({ room: part({ a: 1 }), 'group:a': part({ 'card:1': { id: '1' } }) })
  store.moment(moment({ room: part({}, { since: 5 }) }))
  assert.deepEqual([store.panel('card:1'), store.face.keys('card:'), store.panel('a')], [null, [], 1])
})

test('the narrowest stream wins: seat, group, hosts, room, screen', () => {
  const order = ['screen', 'room', 'hosts', 'group:a', 'seat:ada']
  const store = opened()
  for (const [at, last] of order.entries()) {
    const listed = order.slice(0, at + 1).map((name) => [name, part({ 'card:1': name }, { epoch: `e${at}` })])
    store.moment(moment(Object.fromEntries(listed)))
    assert.equal(store.panel('card:1'), last)
  }
})

test('a card that did not change is not drawn again, whatever else changes and whatever the epoch', () => {
  const store = opened({ room: part({ 'card:1': { id: '1', answers: { text: 'a' } }, 'card:2': { id: '2' } }) })
  const drawn = []
  effect(() => drawn.push(store.panel('card:1')))
  store.changes({ stream: 'room', ...part({ 'card:2': { id: '2', ready: true } }, { since: 5, seq: 6 }) })
  store.moment(moment({ room: part({ 'card:1': { id: '1', answers: { text: 'a' } }, 'card:2': { id: '2' } }, { epoch: 'e2' }) }))
  assert.equal(drawn.length, 1)
})

test('a list of keys is drawn anew only when a panel comes or goes', () => {
  const store = opened({ room: part({ 'card:b': { id: 'b' } }) })
  const lists = []
  effect(() => lists.push(store.face.keys('card:')))
  store.changes({ stream: 'room', ...part({ 'card:b': { id: 'b', ready: true } }, { since: 5, seq: 6 }) })
  store.changes({ stream: 'room', ...part({ 'card:a': { id: 'a' } }, { since: 6, seq: 7 }) })
  assert.deepEqual(lists, [['card:b'], ['card:a', 'card:b']])
  assert.deepEqual(store.face.all('card:').map((card) => card.id), ['a', 'b'])
  assert.deepEqual(store.face.entries('card:')[0], ['card:a', { id: 'a' }])
})

// ---- random runs against a model of the server's streams

/** Small seeded generator (mulberry32), so that a failing run can be run again. */
function chance(seed) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { of: (n) => Math.floor(next() * n), often: (share) => next() < share }
}

class Model {
  constructor(seed) {
    this.random = chance(seed)
    this.epochs = 0
    this.streams = new Map()
    this.wire = []
    for (const name of ['room', 'group:a', 'seat:ada']) this.join(name)
    this.asked = false
    this.store = openStore({ behind: () => (this.asked = true) })
    this.show()
  }

  join(name) {
    const stream = new FakeStream(`e${(this.epochs += 1)}`)
    for (let n = this.random.of(5); n > 0; n -= 1) stream.put(`p${this.random.of(8)}`, { n: this.random.of(99) })
    stream.flushed = stream.seq
    this.streams.set(name, stream)
  }

  /** The moment of a resume: what the store says it has is what is gone on from. */
  show() {
    const have = this.store.have()
    const streams = {}
    const rest = []
    for (const [name, stream] of this.streams) {
      const [epoch, seq] = have[name] ?? ['', 0]
      const [head, ...tail] = stream.take(epoch === stream.epoch && seq <= stream.seq ? seq : 0)
      streams[name] = head
      rest.push(...tail.map((each) => ['changes', { stream: name, ...each }]))
    }
    this.send(['moment', { streams }], ...rest)
  }

  /** The parts of one take leave in one go and come in one go: a line that loses one of them loses those after it. */
  send(...frames) {
    this.wire.push(frames)
  }

  change() {
    const stream = [...this.streams.values()][this.random.of(this.streams.size)]
    stream.put(`p${this.random.of(8)}`, this.random.often(0.3) ? null : { n: this.random.of(99) })
  }

  flush() {
    for (const [name, stream] of this.streams) {
      if (stream.flushed === stream.seq) continue
      // A server may go back further than it needs to, even to the beginning.
      const since = this.random.often(0.3) ? this.random.of(stream.flushed) : stream.flushed
      this.send(...stream.take(since).map((each) => ['changes', { stream: name, ...each }]))
      stream.flushed = stream.seq
    }
  }

  move() {
    const names = ['group:a', 'group:b', 'group:c']
    for (const name of names) this.streams.delete(name)
    if (this.random.often(0.8)) this.join(names[this.random.of(3)])
    this.show()
  }

  restart() {
    for (const stream of this.streams.values()) stream.epoch = `e${(this.epochs += 1)}`
  }

  beacon() {
    const streams = Object.fromEntries([...this.streams].map(([name, stream]) => [name, [stream.epoch, stream.flushed]]))
    this.send(['beacon', { now: '', streams }])
  }

  /** Takes come one by one; some are lost, doubled, overtaken or cut short. */
  hear({ faults }) {
    while (this.wire.length) {
      const [frames] = this.wire.splice(faults && this.random.often(0.1) ? this.random.of(this.wire.length) : 0, 1)
      for (const [name, message] of frames) {
        if (faults && this.random.often(0.15)) break
        this.store[name](message)
        if (faults && this.random.often(0.1)) this.store[name](message)
      }
      this.answer()
    }
  }

  answer() {
    if (!this.asked) return
    this.asked = false
    this.wire.length = 0
    this.show()
  }

  held() {
    const shown = {}
    for (const key of this.store.face.keys('p')) shown[key] = this.store.face.panel(key)
    return shown
  }

  wanted() {
    const order = ['room', 'group:c', 'group:b', 'group:a', 'seat:ada'].filter((name) => this.streams.has(name))
    return Object.assign({}, ...order.map((name) => this.streams.get(name).shown()))
  }
}

test('whatever is lost, doubled, overtaken, restarted or moved: in the end the browser shows what is', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const model = new Model(seed)
    for (let step = 0; step < 60; step += 1) {
      const turn = model.random.of(20)
      if (turn < 12) model.change()
      else if (turn < 14) model.move()
      else if (turn < 15) model.restart()
      else if (turn < 17) model.beacon()
      if (model.random.often(0.6)) model.flush()
      if (model.random.often(0.5)) model.hear({ faults: true })
    }
    model.flush()
    for (let round = 0; round < 3; round += 1) {
      model.beacon()
      model.hear({ faults: false })
    }
    assert.deepEqual(model.held(), model.wanted(), `seed ${seed}`)
  }
})
