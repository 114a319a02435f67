import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FakeServer, FakeStream } from './fakes/server.js'
import { Device, until } from './fakes/world.js'

const CARD = { card: 'c1', step: 's1', answers: { text: 'idea' }, language: 'en' }

async function live(server = new FakeServer()) {
  const device = new Device(server)
  const tab = await device.open()
  await until(() => tab.room.connection.value.state === 'live', 'live')
  return { ...tab, server }
}

test('the socket says which workshop, by what right, and what the page has', async () => {
  const { room, server } = await live()
  const [socket] = server.sockets
  assert.deepEqual(socket.auth, { workshop: 'w1', token: 'signed', have: {} })
  assert.deepEqual(socket.options.transports, ['websocket'])
  room.close()
})

test('what changes is on the page, and a reconnect goes on from where it was', async () => {
  const { room, server } = await live()
  server.put('room', 'timer', { state: 'none' })
  assert.deepEqual(room.store.panel('timer'), { state: 'none' })
  server.cut()
  server.put('room', 'timer', { state: 'paused' })
  await until(() => room.store.panel('timer').state === 'paused')
  assert.deepEqual([...server.sockets][0].auth.have, { room: ['e1', 2] })
  room.close()
})

test('a change that was missed is caught up with by the next beacon', async () => {
  const { room, server } = await live()
  const stream = server.streams.get('room')
  stream.put('timer', { state: 'none' })
  stream.flushed = stream.seq
  server.say('beacon', { now: new Date().toISOString(), streams: { room: ['e1', stream.seq] } })
  await until(() => room.store.panel('timer'))
  room.close()
})

test('a moment in parts is drawn whole', async () => {
  const server = new FakeServer()
  for (let n = 0; n < 9; n += 1) server.streams.get('room').put(`card:${n}`, { id: n })
  const { room } = await live(server)
  await until(() => room.store.ready.value)
  assert.equal(room.store.all('card:').length, 9)
  room.close()
})

test('the line away: offline at once, back for a while, then nothing', async ({ mock }) => {
  const { room, server } = await live()
  assert.equal(room.banner.value, null)
  mock.timers.enable({ apis: ['setTimeout'] })
  server.cut({ up: false })
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['offline', 'offline'])
  server.up = true
  mock.timers.tick(30)
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['live', 'back'])
  mock.timers.tick(6000)
  assert.equal(room.banner.value, null)
  room.close()
})

test('a line that is silent for eight seconds is away, and after fifteen it is made anew', async ({ mock }) => {
  const server = new FakeServer()
  const { room } = await live(server)
  mock.timers.enable({ apis: ['setTimeout'] })
  server.say('beacon', { now: new Date().toISOString(), streams: { room: ['e1', 1] } })
  mock.timers.tick(7900)
  assert.equal(room.connection.value.state, 'live')
  mock.timers.tick(200)
  assert.equal(room.connection.value.state, 'offline')
  const [before] = server.sockets
  before.auth = null
  mock.timers.tick(6900)
  mock.timers.tick(10)
  assert.equal(room.connection.value.state, 'live')
  assert.ok(before.auth)
  room.close()
})

test('an ask that is not answered for four seconds says the line is away', async ({ mock }) => {
  const { room, server } = await live()
  const [socket] = server.sockets
  let answer
  socket.emitWithAck = () => new Promise((resolve) => (answer = resolve))
  mock.timers.enable({ apis: ['setTimeout'] })
  const asked = room.ask('AddCard', CARD)
  while (!answer) await new Promise((resolve) => setImmediate(resolve))
  mock.timers.tick(3900)
  assert.equal(room.connection.value.state, 'live')
  mock.timers.tick(200)
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['offline', 'offline'])
  answer({ n: 1, ok: true })
  await asked
  assert.equal(room.connection.value.state, 'live')
  room.close()
})

test('a first connection says nothing for four seconds, then that it connects', async ({ mock }) => {
  const server = new FakeServer()
  server.silent = true
  mock.timers.enable({ apis: ['setTimeout'] })
  const device = new Device(server)
  const { room } = await device.open()
  await device.rows('leases')
  mock.timers.tick(3900)
  assert.deepEqual([room.connection.value.state, room.banner.value], ['connecting', null])
  mock.timers.tick(200)
  assert.equal(room.banner.value.kind, 'connecting')
  room.close()
})

test('where WebSocket cannot be had the page asks over HTTPS, with the same store and door', async () => {
  const server = new FakeServer()
  server.websocket = false
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'polling', 'polling')
  server.put('room', 'timer', { state: 'none' })
  assert.deepEqual(await room.ask('AddCard', CARD), { ok: true })
  assert.deepEqual(room.store.panel('timer'), { state: 'none' })
  assert.equal(room.banner.value, null)
  room.close()
})

test('it goes back to the socket when it can', async () => {
  const server = new FakeServer()
  server.websocket = false
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'polling', 'polling')
  server.websocket = true
  await until(() => room.connection.value.state === 'live', 'live')
  server.put('room', 'timer', { state: 'none' })
  assert.deepEqual(room.store.panel('timer'), { state: 'none' })
  room.close()
})

test('neither line: offline, and everything waits', async () => {
  const server = new FakeServer()
  server.websocket = false
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'polling', 'polling')
  server.up = false
  const asked = room.ask('AddCard', CARD)
  await until(() => room.connection.value.state === 'offline', 'offline')
  assert.equal(room.pending.value[0].state, 'kept')
  server.up = true
  server.websocket = true
  assert.deepEqual(await asked, { ok: true })
  room.close()
})

test('a seat that was taken away hears so and tries no more', async () => {
  const { room, server } = await live()
  server.say('farewell', { reason: 'removed', again_in: null })
  assert.deepEqual([room.connection.value.state, room.connection.value.reason, room.banner.value.kind], ['farewell', 'removed', 'removed'])
  assert.equal(server.sockets.size, 0)
  room.close()
})

test('a server that restarts is come back to when it said', async ({ mock }) => {
  const { room, server } = await live()
  mock.timers.enable({ apis: ['setTimeout'] })
  server.say('farewell', { reason: 'restart', again_in: 3 })
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['farewell', 'offline'])
  mock.timers.tick(2900)
  assert.equal(server.sockets.size, 0)
  server.up = false
  mock.timers.tick(1700)
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['connecting', 'connecting'])
  server.up = true
  mock.timers.tick(30)
  assert.deepEqual([room.connection.value.state, room.banner.value.kind], ['live', 'back'])
  room.close()
})

test('a stream joined while looking into a group is shown, and said again after a reconnect', async () => {
  const { room, server } = await live()
  server.said = []
  room.look(['a'])
  server.streams.set('group:a', new FakeStream('e9'))
  server.put('group:a', 'note:1', { text: 'Hello' })
  server.cut()
  await until(() => room.store.panel('note:1') && server.said.length === 2)
  room.look([])
  assert.deepEqual(server.said, [['look_in', { group: 'a' }], ['look_in', { group: 'a' }], ['look_out', { group: 'a' }]])
  room.close()
})

test('who is near is heard by stream, and forgotten with the line', async () => {
  const { room, server } = await live()
  server.said = []
  room.near.tell({ where: 'card:1', writing: true })
  await until(() => server.said.length === 1)
  server.say('near', { stream: 'room', here: 2, writing: 1, people: null })
  assert.equal(room.near.here.value.room.here, 2)
  server.cut({ up: false })
  assert.deepEqual(room.near.here.value, {})
  room.close()
})
