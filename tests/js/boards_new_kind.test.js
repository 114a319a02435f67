// The kinds that tests/facilitation/test_new_kind.py adds, as the page is told of them.
import { drawn, redrawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardOf, footOf } from 'toimi/boards/index.js'
import { Plain } from 'toimi/boards/plain.js'
import { deskOf } from 'toimi/console/desks/index.js'
import { html } from 'toimi/core/html.js'
import { ResultsWall } from 'toimi/walls/results.js'
import { roomOf } from './fakes/room.js'

const TEXT = { key: 'text', type: 'Text', help: '', required: true, live: true, limit: 500, lines: 1 }
const SCALE = { type: 'Scale', help: '', required: false, live: true, low: 1, high: 5 }
const SINCE = { key: 'since', type: 'Choice', label: 'Since when', help: '', required: false, live: true, choices: [['new', 'Just begun'], ['old', 'For years']] }
const KINDS = {
  risks: { key: 'risks', board: 'matrix', title: 'Risk mapping', by: 'person', solo_first: true, yields: 'risk', fields: [{ ...TEXT, label: 'Risk' }, { ...SCALE, key: 'likelihood', label: 'Likelihood' }, { ...SCALE, key: 'impact', label: 'Impact' }] },
  strengths: { key: 'strengths', board: 'wall', title: 'Strengths', by: 'person', solo_first: false, yields: 'strength', fields: [{ ...TEXT, label: 'Strength' }, SINCE] },
}
const step = (kind, phase = 'open') => ({ id: 's', kind, phase, title: { en: 'Step' }, task: {}, options: {}, again: [], statements: null, sees: '' })
const news = { say() {} }

/** The kind's own board with these panels, and the room it stands in. */
async function board(kind, panels = {}, phase = 'open') {
  const room = roomOf({ kinds: KINDS, panels: { now: { step: 's', frozen: false }, ...panels } })
  const Board = boardOf(KINDS[kind].board)
  return { room, page: await drawn(html`<${Board} room=${room} step=${step(kind, phase)} news=${news} />`) }
}

/** What is sent when the form is. */
async function sent(room, page) {
  await redrawn()
  await page.all('form')[0].press('submit')
  return room.asked.find(({ type }) => type === 'AddCard')?.answers
}

test('a board that nobody drew is the plain one, and has nothing in the bar', () => {
  assert.equal(boardOf('matrix'), Plain)
  assert.equal(footOf('matrix'), null)
})

test('words and two scales are a form, and what is chosen is sent', async () => {
  const { room, page } = await board('risks')
  assert.deepEqual(page.all('label').filter((label) => label.attributes.class === 'field__label').map((label) => label.textContent.split(' ')[0]), ['Risk'])
  assert.deepEqual(page.all('legend').map((legend) => legend.textContent), ['Likelihood', 'Impact'])
  const [text, ...levels] = page.all('input')
  assert.equal(levels.length, 10)
  text.press('input', { value: 'Nobody has time' })
  await redrawn()
  page.all('input')[4].press('change')
  await redrawn()
  page.all('input')[10].press('change')
  assert.deepEqual(await sent(room, page), { text: 'Nobody has time', likelihood: 4, impact: 5 })
})

test('a choice is a list, and its key is sent', async () => {
  const { room, page } = await board('strengths')
  const [select] = page.all('select')
  assert.deepEqual(select.all('option').map((option) => option.textContent), ['Not chosen', 'Just begun', 'For years'])
  page.all('input')[0].press('input', { value: 'We know our buyers' })
  await redrawn()
  select.press('change', { value: 'old' })
  assert.deepEqual(await sent(room, page), { text: 'We know our buyers', since: 'old' })
})

const card = (kind, answers) => ({ 'card:c': { id: 'c', step: 's', kind, answers, language: 'en', group: null, cluster: null, by: null, taken_out: null, shown: true, ready: false, kept: [] } })
const RISK = card('risk', { text: 'Nobody has time', likelihood: 4, impact: 5 })
const STRENGTH = card('strength', { text: 'We know our buyers', since: 'old' })

test('cards that are shown say every field in words', async () => {
  const risk = await board('risks', RISK, 'revealed')
  assert.match(risk.page.textContent, /Nobody has time.*Likelihood 4.*Impact 5/)
  const strength = await board('strengths', STRENGTH, 'revealed')
  assert.match(strength.page.textContent, /We know our buyers.*Since when For years/)
})

test('the facilitator’s desk and the screen show them too', async () => {
  for (const [kind, panels, words] of [['risks', RISK, /Nobody has time/], ['strengths', STRENGTH, /We know our buyers/]]) {
    const { room } = await board(kind, panels, 'revealed')
    const Desk = deskOf(KINDS[kind].board)
    assert.match((await drawn(html`<${Desk} host=${{ room, news }} step=${step(kind, 'revealed')} />`)).textContent, words)
    assert.match((await drawn(html`<${ResultsWall} room=${room} step=${step(kind, 'revealed')} />`)).textContent, words)
  }
})
