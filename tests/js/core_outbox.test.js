import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TERM } from 'toimi/core/lease.js'
import { Device, until } from './fakes/world.js'
import { FakeServer } from './fakes/server.js'

const CARD = (n) => ({ card: `c${n}`, step: 's1', answers: { text: `idea ${n}` }, language: 'en' })
const idle = (room) => room.pending.value.length === 0
const shelved = (device, n) => until(async () => (await device.rows('asks')).length === n, `${n} asks on the device`)

test('asks arrive in order, one in flight, each with the next number', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  const outcomes = await Promise.all([1, 2, 3].map((n) => room.ask('AddCard', CARD(n))))
  assert.deepEqual(outcomes, [{ ok: true }, { ok: true }, { ok: true }])
  assert.deepEqual(server.asked.map(({ n, body }) => [n, body.card]), [[1, 'c1'], [2, 'c2'], [3, 'c3']])
  room.close()
})

test('an ask on behalf of somebody says for whom', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  await room.ask('MarkReady', { step: 's1', ready: true }, { for: 'ben' })
  assert.equal(server.asked[0].for, 'ben')
  room.close()
})

test('what is asked is shown as sending at once, and as kept while the line is away', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'live')
  const first = room.ask('AddCard', CARD(1))
  assert.deepEqual(room.pending.value.map(({ type, state }) => [type, state]), [['AddCard', 'sending']])
  await first
  server.cut({ up: false })
  room.ask('AddCard', CARD(2))
  assert.deepEqual(room.pending.value.map(({ state }) => state), ['kept'])
  assert.equal(room.connection.value.pending, 1)
  server.up = true
  await until(() => idle(room))
  room.close()
})

test('an answer that was lost is asked for again under the same id, and done once', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  let losses = 3
  server.losesAcks = () => losses-- > 0
  assert.deepEqual(await room.ask('AddCard', CARD(1)), { ok: true })
  assert.equal(server.asked.length, 1)
  assert.equal(new Set(server.heard.map(({ id, n, client }) => `${client}${n}${id}`)).size, 1)
  room.close()
})

test('a reload goes on under the same name where the tab left off', async () => {
  const server = new FakeServer()
  const device = new Device(server)
  const before = await device.open()
  await before.room.ask('AddCard', CARD(1))
  server.cut({ up: false })
  before.room.ask('AddCard', CARD(2))
  before.room.ask('AddCard', CARD(3))
  await shelved(device, 2)
  device.leave(before)
  const after = await device.open({ from: before })
  assert.deepEqual(after.room.pending.value.map(({ body, state }) => [body.card, state]), [['c2', 'kept'], ['c3', 'kept']])
  server.up = true
  await after.room.ask('AddCard', CARD(4))
  assert.deepEqual(server.asked.map(({ n, body }) => [n, body.card]), [[1, 'c1'], [2, 'c2'], [3, 'c3'], [4, 'c4']])
  assert.equal(new Set(server.asked.map(({ client }) => client)).size, 1)
  after.room.close()
})

test('a duplicated tab takes a name of its own', async () => {
  const server = new FakeServer()
  const device = new Device(server)
  const first = await device.open()
  await first.room.ask('AddCard', CARD(1))
  const second = await device.open({ from: first })
  await Promise.all([first.room.ask('AddCard', CARD(2)), second.room.ask('AddCard', CARD(3))])
  const [a, b, c] = ['c1', 'c2', 'c3'].map((card) => server.asked.find(({ body }) => body.card === card))
  assert.equal(a.client, b.client)
  assert.notEqual(a.client, c.client)
  assert.deepEqual([a.n, b.n, c.n], [1, 2, 1])
  for (const tab of [first, second]) tab.room.close()
})

test('what a closed tab left is sent by the next one, under its old name and in order', async () => {
  const server = new FakeServer()
  const device = new Device(server)
  const closed = await device.open()
  await until(() => closed.room.connection.value.state === 'live')
  server.cut({ up: false })
  for (const n of [1, 2]) closed.room.ask('AddCard', CARD(n))
  await shelved(device, 2)
  device.leave(closed)
  server.up = true
  const next = await device.open()
  await until(() => server.asked.length === 2 && idle(next.room))
  assert.deepEqual(server.asked.map(({ n, body }) => [n, body.card]), [[1, 'c1'], [2, 'c2']])
  next.room.close()
})

test('the tab of another seat leaves it alone', async () => {
  const server = new FakeServer()
  const device = new Device(server)
  const closed = await device.open()
  server.cut({ up: false })
  closed.room.ask('AddCard', CARD(1))
  await shelved(device, 1)
  device.leave(closed)
  server.up = true
  const ben = await device.open({ boot: { seat: 'ben' } })
  await ben.room.ask('AddCard', CARD(9))
  assert.deepEqual(server.asked.map(({ body }) => body.card), ['c9'])
  ben.room.close()
})

test('a tab that was taken for gone wakes up under a new name, and nothing is done twice', async ({ mock }) => {
  const server = new FakeServer()
  const device = new Device(server)
  const sleeper = await device.open()
  await until(() => sleeper.room.connection.value.state === 'live')
  server.cut({ up: false })
  sleeper.room.ask('AddCard', CARD(1))
  await shelved(device, 1)
  const now = Date.now
  mock.method(Date, 'now', () => now() + TERM + 1000)
  server.up = true
  const other = await device.open()
  await until(() => server.asked.length === 1)
  await Promise.all([sleeper.room.ask('AddCard', CARD(2)), other.room.ask('AddCard', CARD(3))])
  await until(() => idle(sleeper.room) && idle(other.room))
  assert.deepEqual(server.asked.map(({ body }) => body.card).sort(), ['c1', 'c2', 'c3'])
  const named = server.asked.map(({ client, n }) => `${client} ${n}`)
  assert.equal(new Set(named).size, 3)
  for (const tab of [sleeper, other]) tab.room.close()
})

test('a no to somebody who is there is their answer; it is not kept for later', async () => {
  const server = new FakeServer()
  server.refuses = () => ({ ok: false, code: 'closed', words: 'This step is closed.', field: 'text' })
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'live')
  assert.deepEqual(await room.ask('AddCard', CARD(1)), { ok: false, code: 'closed', words: 'This step is closed.', field: 'text' })
  assert.deepEqual(room.drafts.value, [])
  room.close()
})

test('what is refused after an offline spell is kept as one draft a card, and outlives the tab', async () => {
  const server = new FakeServer()
  const device = new Device(server)
  const tab = await device.open()
  await until(() => tab.room.connection.value.state === 'live')
  server.cut({ up: false })
  server.refuses = () => ({ ok: false, code: 'closed', words: 'This step is closed.' })
  tab.room.ask('AddCard', CARD(1))
  tab.room.ask('ReviseCard', { card: 'c1', field: 'text', value: 'better', base: 'idea 1', language: 'en' })
  tab.room.ask('AddCard', CARD(2))
  server.up = true
  await until(() => idle(tab.room))
  const drafts = tab.room.drafts.value
  assert.deepEqual(drafts.map(({ card, answers, words, asks }) => [card, answers, words, asks.length]), [
    ['c1', { text: 'better' }, 'This step is closed.', 1],
    ['c2', { text: 'idea 2' }, 'This step is closed.', 1],
  ])
  assert.equal(tab.room.banner.value.kind, 'refused')
  device.leave(tab)
  server.refuses = () => null
  const { room } = await device.open({ from: tab })
  assert.equal(room.drafts.value.length, 2)
  assert.deepEqual(await room.retryDraft('card:c1'), [{ ok: true }])
  assert.deepEqual(server.asked.at(-1).body.answers, { text: 'better' })
  room.dropDraft('card:c2')
  assert.deepEqual(room.drafts.value, [])
  room.close()
})

test('an ask that has not left can still be amended; one that has cannot', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'live')
  const gone = room.asking('AddCard', CARD(1))
  await gone.answer
  assert.equal(gone.amend(CARD(5)), false)
  server.cut({ up: false })
  const waits = room.asking('AddCard', CARD(2))
  assert.equal(waits.amend({ ...CARD(2), answers: { text: 'amended' } }), true)
  server.up = true
  await waits.answer
  assert.equal(server.asked.at(-1).body.answers.text, 'amended')
  room.close()
})

test('an ask that is larger than the wire takes is refused on the spot', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  const outcome = await room.ask('AddCard', { ...CARD(1), answers: { text: 'ä'.repeat(40_000) } })
  assert.deepEqual([outcome.ok, outcome.code, server.heard.length], [false, 'too_large', 0])
  assert.ok(outcome.words)
  room.close()
})

test('too many at once are sent again in a moment', async () => {
  const server = new FakeServer()
  const { room } = await new Device(server).open()
  await until(() => room.connection.value.state === 'live')
  const answer = server.answer.bind(server)
  let times = 1
  server.answer = (ask) => (times-- > 0 ? { n: ask.n, ok: false, code: 'too_fast', words: '' } : answer(ask))
  assert.deepEqual(await room.ask('AddCard', CARD(1)), { ok: true })
  room.close()
})

test('where the browser keeps nothing everything works as long as the page lives, and the page says so', async ({ mock }) => {
  mock.method(console, 'warn', () => {})
  const server = new FakeServer()
  const broken = { open: () => { throw new DOMException('Not here', 'SecurityError') } }
  const { room } = await new Device(server).open({ factory: broken })
  assert.equal(room.lasting.value, false)
  await until(() => room.banner.value?.kind === 'memory')
  server.cut()
  assert.deepEqual(await room.ask('AddCard', CARD(1)), { ok: true })
  room.draft('idea').value = 'typed'
  assert.equal(room.draft('idea').value, 'typed')
  room.close()
})
