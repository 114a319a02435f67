import { drawn, redrawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Clusters } from 'toimi/boards/clusters.js'
import { html } from 'toimi/core/html.js'
import { roomOf } from './fakes/room.js'

const said = (text) => ({ language: 'en', texts: { en: { text, by: null, checked: false } } })
const card = (id, kind, text, cluster = null) => ({ id, step: 's', kind, answers: { [kind === 'cluster' ? 'name' : 'text']: said(text) }, cluster, group: 'g1', by: null, language: 'en', shown: true, taken_out: null })
const STEP = { id: 's', kind: 'ideas', phase: 'revealed', options: { cluster_by: 'groups' } }
const IDEAS = [card('a', 'idea', 'Alpha', 'k'), card('b', 'idea', 'Beta', 'k'), card('c', 'idea', 'Gamma', 'k')]
const KINDS = { cluster: { key: 'cluster', yields: 'cluster', fields: [] } }

/** A cluster of three before somebody who may move its ideas, and what was said to them. */
async function opened(seat, refused = []) {
  const panels = Object.fromEntries([card('k', 'cluster', 'Together'), ...IDEAS].map((each) => [`card:${each.id}`, each]))
  const room = roomOf({ kinds: KINDS, ...seat, panels: { ...panels, me: { group: 'g1' }, 'group:g1': { id: 'g1', letter: 'A' } } })
  const ask = async (type, body) => (room.asked.push({ type, ...body }), { ok: !refused.includes(type), words: 'Not now.' })
  const heard = []
  const page = await drawn(html`<${Clusters} room=${{ ...room, ask }} step=${STEP} ideas=${IDEAS} news=${{ say: (words) => heard.push(words) }} />`)
  page.all('button').find((each) => each.attributes['aria-label']?.startsWith('What to do with')).press()
  await redrawn()
  page.named('Split off…').press()
  await redrawn()
  return { room, page, heard }
}

const tick = async (page, n) => (page.all('dialog')[0].all('input').filter((each) => each.attributes.type === 'checkbox')[n].press('change'), redrawn())
const write = async (page, value) => (page.all('dialog')[0].all('input').at(-1).press('input', { value }), redrawn())
const able = (page) => !('disabled' in page.named('Split off').attributes)

for (const [who, seat] of Object.entries({ 'people of a group': { role: 'participant' }, 'the host': { role: 'host' } }))
  test(`${who} split ticked ideas off into a named cluster of the same group`, async () => {
    const { room, page } = await opened(seat)
    await tick(page, 0)
    await tick(page, 2)
    await write(page, ' Meeting suppliers ')
    page.named('Split off').press()
    await redrawn()
    const [made, placed] = room.asked
    assert.deepEqual([made.type, made.kind, made.step, made.group, made.answers], ['AddCard', 'cluster', 's', 'g1', { name: 'Meeting suppliers' }])
    assert.deepEqual(placed, { type: 'PlaceCards', cards: ['a', 'c'], cluster: made.card })
    assert.equal(page.all('dialog').length, 0)
  })

test('a split needs a name, something that goes and something that stays', async () => {
  const { page } = await opened({ role: 'host' })
  await write(page, 'Name')
  assert.ok(!able(page))
  await tick(page, 0)
  assert.ok(able(page))
  await tick(page, 1)
  await tick(page, 2)
  assert.ok(!able(page))
})

test('where nothing may move, no empty cluster is left and the reason is said', async () => {
  const { room, page, heard } = await opened({ role: 'host' }, ['PlaceCards'])
  await tick(page, 0)
  await write(page, 'Name')
  page.named('Split off').press()
  await redrawn()
  assert.deepEqual(room.asked.map(({ type }) => type), ['AddCard', 'PlaceCards', 'WithdrawCard'])
  assert.deepEqual(heard, ['Not now.'])
})
