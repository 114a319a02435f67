import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FakeServer } from './fakes/server.js'
import { Device, until } from './fakes/world.js'

const typed = (device) => device.rows('texts').then((rows) => rows.map(({ key, text }) => [key, text]))

test('what is being typed is there after a reload', async () => {
  const device = new Device(new FakeServer())
  const before = await device.open()
  before.room.draft('idea').value = 'Halve the'
  await until(async () => (await typed(device)).length === 1)
  device.leave(before)
  const { room } = await device.open({ from: before })
  assert.equal(room.draft('idea').value, 'Halve the')
  room.close()
})

test('the last letters before a reload are there too', async () => {
  const device = new Device(new FakeServer())
  const before = await device.open()
  before.room.draft('idea').value = 'Halve'
  before.room.draft('idea').value = 'Halve the lead time'
  device.leave(before)
  const { room } = await device.open({ from: before })
  assert.equal(room.draft('idea').value, 'Halve the lead time')
  room.close()
})

test('what a closed tab was typing goes on in the next one', async () => {
  const device = new Device(new FakeServer())
  const closed = await device.open()
  closed.room.draft('idea').value = 'Halve the'
  await until(async () => (await typed(device)).length === 1)
  device.leave(closed)
  const { room } = await device.open()
  await until(() => room.draft('idea').value === 'Halve the')
  room.close()
})

test('where both tabs were typing under one key neither text is lost', async () => {
  const device = new Device(new FakeServer())
  const [first, second] = [await device.open(), await device.open()]
  first.room.draft('revise:c1:text:fi').value = JSON.stringify({ value: 'Ensimmäinen', base: '' })
  second.room.draft('revise:c1:text:fi').value = JSON.stringify({ value: 'Toinen', base: '' })
  await until(async () => (await typed(device)).length === 2)
  device.leave(first)
  device.leave(second)
  const third = await device.open({ from: second })
  await until(() => third.room.drafts.value.length === 1)
  const [kept] = third.room.drafts.value
  assert.deepEqual([kept.card, kept.answers, kept.language, kept.code], ['c1', { text: 'Ensimmäinen' }, 'fi', 'typed'])
  assert.equal(JSON.parse(third.room.draft('revise:c1:text:fi').value).value, 'Toinen')
  third.room.close()
})

test('a text that was sent is forgotten', async () => {
  const device = new Device(new FakeServer())
  const { room } = await device.open()
  room.draft('idea').value = 'Halve the'
  await until(async () => (await typed(device)).length === 1)
  room.draft('idea').value = ''
  await until(async () => (await typed(device)).length === 0)
  room.close()
})
