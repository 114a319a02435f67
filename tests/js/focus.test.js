import { drawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Wall } from 'toimi/boards/wall.js'
import { html } from 'toimi/core/html.js'
import { Focus } from 'toimi/frame/task.js'
import { ResultsWall } from 'toimi/walls/results.js'
import { TaskWall } from 'toimi/walls/task.js'
import { roomOf } from './fakes/room.js'

const KINDS = { ideas: { key: 'ideas', board: 'wall', title: 'Ideas', prompt: 'What would help?', by: 'person', solo_first: true, yields: 'idea', fields: [] } }
const step = (phase, focus) => ({ id: 's', kind: 'ideas', phase, title: {}, task: {}, minutes: 0, options: { each: 3, focus }, again: [], statements: null, sees: '' })
const FOCUS = { fi: 'Osaaminen', en: 'Skills' }

/** Everything that shows the task of a step. */
const HEADS = {
  'who takes part': (room) => html`<${Wall} room=${room} step=${step('open', FOCUS)} />`,
  'who runs it': (room) => html`<${Focus} room=${room} step=${step('open', FOCUS)} />`,
  'the wall at work': (room) => html`<${TaskWall} room=${room} step=${step('open', FOCUS)} />`,
  'the wall with what came': (room) => html`<${ResultsWall} room=${room} step=${step('revealed', FOCUS)} />`,
}

for (const [who, head] of Object.entries(HEADS))
  test(`${who} reads the focus beside the task`, async () => {
    const room = { ...roomOf({ kinds: KINDS }), clock: { left: () => null } }
    const [line] = (await drawn(head(room))).all((each) => each.attributes.class === 'task__focus')
    assert.equal(line.textContent, 'In focus Skills')
  })

test('without a focus nothing is said about one', async () => {
  for (const focus of [{}, undefined]) assert.equal((await drawn(html`<${Focus} room=${roomOf({ kinds: KINDS })} step=${step('open', focus)} />`)).textContent, '')
})
