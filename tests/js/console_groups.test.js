import { drawn, redrawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GroupBoard } from 'toimi/console/group-board.js'
import { html } from 'toimi/core/html.js'
import { roomOf } from './fakes/room.js'

const GROUPS = Object.fromEntries(['A', 'B'].map((letter) => [`group:${letter}`, { id: letter, letter, name: '', place: '', organisation: '', themes: [], ready: [] }]))
const ROW = { key: 'merge_groups', label: '', phases: ['waiting', 'open'], given: 'All of it is together.' }

/** The board with group B's menu open, in a step of this phase. */
async function opened(phase) {
  const room = roomOf({ role: 'host', panels: { ...GROUPS, now: { step: 's' }, 'step:s': { id: 's', phase } } })
  room.boot.deeds = { merge_groups: ROW }
  const page = await drawn(html`<${GroupBoard} host=${{ room, ask: room.ask }} />`)
  page.all('button').find((each) => each.attributes['aria-label'] === 'What to do with group B').press()
  await redrawn()
  return { room, page }
}

test('before groups are merged one reads what becomes of what they gave', async () => {
  const { room, page } = await opened('open')
  page.named('Merge into group A…').press()
  await redrawn()
  const [dialog] = page.all('dialog')
  assert.match(dialog.textContent, /Merge group B into group A\?All of it is together\./)
  assert.deepEqual(room.asked, [])
  page.named('Merge the groups').press()
  assert.deepEqual(room.asked, [{ type: 'MergeGroups', group: 'B', into: 'A' }])
})

test('in a phase that is not in the row merging is not offered', async () => {
  const { page } = await opened('revealed')
  assert.equal(page.named('Merge into group A…'), undefined)
})
