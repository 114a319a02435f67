import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reviser } from 'toimi/core/revise.js'
import { FakeServer } from './fakes/server.js'
import { Device, until } from './fakes/world.js'

const card = (text, kept = []) => ({ id: 'c1', answers: { text: { language: 'en', texts: { en: { text, by: 'ada', checked: false } } } }, kept })

/** A server that keeps a card as the method's rules do: a text that went by another one is kept beside it. */
function keeper(text) {
  const server = new FakeServer()
  server.text = text
  server.kept = []
  server.write = (value) => {
    server.text = value
    server.put('room', 'card:c1', card(server.text, server.kept))
  }
  server.refuses = ({ type, body }) => {
    if (type !== 'ReviseCard') return null
    if (body.base === server.text) server.write(body.value)
    else server.kept = [...server.kept, body.value]
    return null
  }
  server.put('room', 'card:c1', card(text))
  return server
}

async function opened(server = keeper('Start'), from = undefined, device = new Device(server)) {
  const tab = await device.open({ from })
  await until(() => tab.room.store.ready.value)
  return { ...tab, tab, device, server, revision: reviser(tab.room, 'c1', 'text', 'en') }
}

const revisions = (server) => server.asked.map(({ body }) => [body.value, body.base])

test('writing is saved when it rests', async () => {
  const { revision, server, room } = await opened()
  revision.onInput('Start w')
  revision.onInput({ target: { value: 'Start well' } })
  assert.deepEqual([revision.value.value, revision.state.value], ['Start well', 'typing'])
  await until(() => revision.state.value === 'saved')
  assert.deepEqual(revisions(server), [['Start well', 'Start']])
  room.close()
})

test('leaving the field saves at once, and what did not change is not sent', async () => {
  const { revision, server, room } = await opened()
  revision.onInput('Start well')
  revision.onBlur()
  await until(() => revision.state.value === 'saved')
  revision.onBlur()
  revision.onInput('Start well')
  await revision.save()
  assert.equal(server.asked.length, 1)
  room.close()
})

test('each save goes on from the one before', async () => {
  const { revision, server, room } = await opened()
  for (const text of ['One', 'One two', 'One two three']) {
    revision.onInput(text)
    await revision.save()
  }
  assert.deepEqual(revisions(server), [['One', 'Start'], ['One two', 'One'], ['One two three', 'One two']])
  assert.equal(server.text, 'One two three')
  room.close()
})

test('what others write comes into a field where nobody writes', async () => {
  const { revision, server, room } = await opened()
  server.write('Theirs')
  assert.equal(revision.value.value, 'Theirs')
  revision.onInput('Theirs and mine')
  await revision.save()
  assert.deepEqual(revisions(server), [['Theirs and mine', 'Theirs']])
  room.close()
})

test('what others write while I write stands apart; both texts are kept, and the field is theirs when I leave it', async () => {
  const { revision, server, room } = await opened()
  revision.onInput('Mine')
  server.write('Theirs')
  assert.deepEqual([revision.value.value, revision.theirs.value], ['Mine', 'Theirs'])
  revision.onBlur()
  await until(() => revision.value.value === 'Theirs')
  assert.deepEqual([server.text, server.kept, revision.theirs.value], ['Theirs', ['Mine'], null])
  room.close()
})

test('a day of writing offline is one ask that grows', async () => {
  const { revision, server, room } = await opened()
  server.cut({ up: false })
  for (const text of ['One', 'One two', 'One two three']) {
    revision.onInput(text)
    revision.onBlur()
  }
  assert.equal(revision.state.value, 'kept')
  assert.equal(room.pending.value.length, 1)
  server.up = true
  await until(() => revision.state.value === 'saved')
  assert.deepEqual(revisions(server), [['One two three', 'Start']])
  room.close()
})

test('half a sentence survives a reload and is saved then', async () => {
  const { revision, server, tab, device, room } = await opened()
  server.cut({ up: false })
  revision.onInput('Half a sen')
  device.leave(tab)
  room.close()
  server.up = true
  const after = await opened(server, tab, device)
  assert.equal(after.revision.value.value, 'Half a sen')
  await until(() => server.text === 'Half a sen')
  after.room.close()
})

test('what waits in the outbox is what the field shows after a reload', async () => {
  const { revision, server, tab, device } = await opened()
  server.cut({ up: false })
  revision.onInput('Written offline')
  revision.onBlur()
  await until(async () => (await device.rows('asks')).length === 1)
  device.leave(tab)
  const after = await device.open({ from: tab })
  const resumed = reviser(after.room, 'c1', 'text', 'en')
  assert.equal(resumed.value.value, 'Written offline')
  server.up = true
  await until(() => server.text === 'Written offline')
  assert.deepEqual(server.kept, [])
  after.room.close()
})

test('a no keeps the text in the field and says why', async () => {
  const { revision, server, room } = await opened()
  server.refuses = () => ({ ok: false, code: 'closed', words: 'This step is closed.' })
  revision.onInput('Too late')
  await revision.save()
  assert.deepEqual([revision.state.value, revision.value.value, revision.words.value], ['refused', 'Too late', 'This step is closed.'])
  server.refuses = () => null
  revision.onInput('Too late?')
  await revision.save()
  assert.deepEqual(revisions(server).at(-1), ['Too late?', 'Start'])
  room.close()
})
