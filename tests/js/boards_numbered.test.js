import { drawn, redrawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Ballot } from 'toimi/boards/ballot.js'
import { Discussion } from 'toimi/boards/discussion.js'
import { Question } from 'toimi/boards/question.js'
import { Review } from 'toimi/boards/review.js'
import { Sheet } from 'toimi/boards/sheet.js'
import { Wall } from 'toimi/boards/wall.js'
import { html } from 'toimi/core/html.js'
import { roomOf } from './fakes/room.js'

const TEXT = { key: 'text', type: 'Text', label: 'Words', limit: 500, required: true, live: true }
const GOAL = [{ ...TEXT, key: 'to', label: 'To' }, { key: 'due', type: 'Day', label: 'By', live: true }, { key: 'objectives', type: 'Objective', label: 'Objective of the strategy', live: true }]
const KINDS = {
  ideas: { key: 'ideas', board: 'wall', title: 'Ideas', by: 'person', clusters: true, solo_first: true, yields: 'idea', fields: [TEXT] },
  note: { key: 'note', board: 'discussion', title: 'Discussion', by: 'person', yields: 'note', fields: [TEXT] },
  vote: { key: 'vote', board: 'ballot', title: 'Voting', by: 'person', yields: '', fields: [] },
  goals: { key: 'goals', board: 'sheet', title: 'Goals', by: 'group', yields: 'goal', fields: GOAL },
  cluster: { key: 'cluster', title: 'Cluster', yields: 'cluster', fields: [{ ...TEXT, key: 'name' }] },
}
const said = (text, language = 'en') => ({ language, texts: { [language]: { text, by: null, checked: false } } })
const card = (id, step, kind, answers, more = {}) => ({ [`card:${id}`]: { id, step, kind, answers, language: 'en', group: null, cluster: null, by: null, taken_out: null, shown: true, ready: false, kept: [], ...more } })
const step = (kind, phase = 'open', options = {}) => ({ id: 's', kind, phase, title: { en: 'Step' }, task: {}, options, again: [], statements: null, sees: '' })
const room = (panels) => roomOf({ kinds: KINDS, panels, pack: { objectives: [{ id: '4.1', theme: '4', text: { en: 'Innovate' }, unconfirmed: ['en'] }] } })

/** The numbers one sees in the page's numbered lists, in the order of the page. */
const numbers = (page) => page.all('ol').flatMap((list) => list.children.map((line) => line.all((each) => each.attributes.class === 'nth')[0]?.textContent))

test('ideas are one count through clusters and what is loose', async () => {
  const panels = { ...card('k1', 's', 'cluster', { name: said('Together') }), ...card('k2', 's', 'cluster', { name: said('Alone') }), ...card('a', 's', 'idea', { text: said('A') }, { cluster: 'k2' }), ...card('b', 's', 'idea', { text: said('B') }), ...card('c', 's', 'idea', { text: said('C') }, { cluster: 'k1' }) }
  const page = await drawn(html`<${Wall} room=${room(panels)} step=${step('ideas', 'revealed')} />`)
  assert.deepEqual(numbers(page), ['1', '2', '3'])
  assert.deepEqual(page.all('ol').map((list) => list.attributes.start), ['1', '2', '3'])
})

test('what one votes on is numbered', async () => {
  const panels = { ...card('a', 'i', 'idea', { text: said('A') }), ...card('b', 'i', 'idea', { text: said('B') }), 'ballot:s': { form: 'dots', cards: ['a', 'b'], budget: 3, most_on_one: 2 } }
  assert.deepEqual(numbers(await drawn(html`<${Ballot} room=${room(panels)} step=${step('vote')} />`)), ['1', '2'])
})

test('what one can choose is numbered', async () => {
  const asked = { ...step('note'), options: { form: 'choice', choices: ['Yes', 'No'], most: 1 } }
  assert.deepEqual(numbers(await drawn(html`<${Question} room=${room({})} step=${asked} />`)), ['1', '2'])
})

test('notes of a discussion and answers in own words are numbered', async () => {
  const panels = { ...card('a', 's', 'note', { text: said('A') }), ...card('b', 's', 'note', { text: said('B') }) }
  for (const Board of [Discussion, Question]) assert.deepEqual(numbers(await drawn(html`<${Board} room=${room(panels)} step=${step('note', 'closed')} />`)), ['1', '2'])
})

test('goals of the draft and points to settle are numbered', async () => {
  const goal = { id: 'g', theme: null, from: {}, to: { en: 'Led' }, metrics: [{ id: 'm', name: { en: 'Share' } }], actions: [] }
  const panels = { draft: { plans: [{ id: 'p', organisation: '', goals: [goal, { ...goal, id: 'h', metrics: [] }] }] }, ...card('a', 's', 'note', { text: said('A') }) }
  assert.deepEqual(numbers(await drawn(html`<${Review} room=${room(panels)} step=${step('note', 'closed')} />`)), ['1', '2', '1', '1'])
})

test('a group’s sheets can be read as one numbered list, every field in words', async () => {
  const mine = { group: 'g1' }
  const panels = {
    me: { group: 'g1' },
    'group:g1': { id: 'g1', letter: 'A' },
    ...card('a', 's', 'goal', { to: said('Tous ensemble', 'sv'), due: '2029-12-31', objectives: ['4.1'] }, mine),
    ...card('b', 's', 'goal', { to: said('Second') }, mine),
  }
  const at = room(panels)
  const page = await drawn(html`<${Sheet} room=${at} step=${step('goals')} />`)
  assert.equal(page.all('ol').length, 0)
  page.all('input').find(({ attributes }) => attributes.value === 'list').press('change')
  await redrawn()
  const [list] = page.all('ol')
  assert.deepEqual(list.all('h3').map((each) => each.textContent), ['Goal 1', 'Goal 2'])
  const told = list.children[0].all('div').filter((each) => each.all('dt').length === 1 && each.all('div').length === 0)
  assert.deepEqual(told.map((each) => each.textContent), ['ToTous ensemble', 'By31 December 2029', 'Objective of the strategy4.1 Innovate\u00a0*'])
  assert.equal(list.all('dd')[0].attributes.lang, 'sv')
  assert.equal(list.all('input').length + list.all('textarea').length + list.all('button').length, 0)
})
