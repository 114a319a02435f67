import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entered, nothing } from 'toimi/console/entered.js'
import { deedOf } from 'toimi/console/keys.js'
import { byNeed } from 'toimi/console/need.js'
import { nextAct } from 'toimi/console/next-act.js'
import { MINUTES, byMinute, withOne } from 'toimi/console/pulse.js'
import { showing } from 'toimi/walls/showing.js'

const KINDS = {
  briefing: { solo_first: false, board: 'briefing' },
  ideas: { solo_first: true, board: 'wall' },
  goals: { solo_first: false, board: 'sheet' },
  review: { solo_first: false, board: 'review' },
}
const step = (kind, phase, options = {}) => ({ id: kind, kind, phase, options })
const press = (key, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })

test('before the first step the next act opens it', () => {
  assert.deepEqual(nextAct([step('briefing', 'waiting')], null, KINDS), { act: 'open', step: 'briefing', from: null })
})

test('what people wrote alone is shown before the room goes on', () => {
  const agenda = [step('ideas', 'open'), step('goals', 'waiting')]
  assert.equal(nextAct(agenda, 'ideas', KINDS).act, 'reveal')
  assert.deepEqual(nextAct([step('ideas', 'revealed'), agenda[1]], 'ideas', KINDS), { act: 'open', step: 'goals', from: 'ideas' })
})

test('groups’ work needs no showing first: closing shows it', () => {
  assert.equal(nextAct([step('goals', 'open'), step('ideas', 'waiting')], 'goals', KINDS).act, 'open')
})

test('a review is shown only where it asks how sure people are', () => {
  assert.equal(nextAct([step('review', 'open', { confidence: true })], 'review', KINDS).act, 'reveal')
  assert.equal(nextAct([step('review', 'open', { confidence: false })], 'review', KINDS).act, 'close')
})

test('going on leaps over steps that are closed already, and ends after the last', () => {
  const agenda = [step('briefing', 'open'), step('ideas', 'closed'), step('goals', 'waiting')]
  assert.equal(nextAct(agenda, 'briefing', KINDS).step, 'goals')
  assert.equal(nextAct([step('briefing', 'closed')], 'briefing', KINDS).act, 'over')
})

test('who asked stands first, then who is stuck, then who writes; the ready last', () => {
  const groups = ['A', 'B', 'C', 'D'].map((letter) => ({ id: letter, letter, ready: letter === 'A' ? ['goals'] : [] }))
  const attention = { offline: [], here: [], stuck: [{ group: 'C', why: 'No edits for %(minutes)s min', arguments: { minutes: 6 } }] }
  const needs = byNeed(groups, { helps: { D: '2026-11-26T09:00:00Z' }, attention, step: step('goals', 'open'), byGroup: true })
  assert.deepEqual(needs.map(({ group, state }) => [group.letter, state]), [['D', 'asked'], ['C', 'stuck'], ['B', 'working'], ['A', 'ready']])
})

test('a group whose call was answered is calm at once, before the next tick says so', () => {
  const attention = { offline: [], here: [], stuck: [{ group: 'A', why: 'Asked for you', arguments: {} }] }
  const [need] = byNeed([{ id: 'A', letter: 'A', ready: [] }], { helps: {}, attention, step: step('goals', 'open'), byGroup: true })
  assert.equal(need.state, 'working')
})

test('letters look into groups that are there; F freezes; with a modifier keys belong to the browser', () => {
  assert.deepEqual(deedOf(press('d'), ['A', 'D']), { look: 'D' })
  assert.equal(deedOf(press('e'), ['A', 'D']), null)
  assert.equal(deedOf(press('f'), ['A', 'F']), 'freeze')
  assert.equal(deedOf(press('N'), []), 'next')
  assert.equal(deedOf(press('p', { ctrlKey: true }), []), null)
  assert.equal(deedOf(press('?'), []), 'list')
})

test('the screen shows the task while people work, the result once it is shown, the spotlight before all', () => {
  const now = { shows: 'auto', spotlight: null }
  assert.equal(showing(now, null), 'lobby')
  assert.equal(showing(now, step('ideas', 'open')), 'task')
  assert.equal(showing(now, step('ideas', 'revealed')), 'results')
  assert.equal(showing({ ...now, shows: 'task' }, step('ideas', 'revealed')), 'task')
  assert.equal(showing({ ...now, shows: 'plan' }, null), 'plan')
  assert.equal(showing({ ...now, spotlight: 'card' }, step('ideas', 'open')), 'spotlight')
  assert.equal(showing(now, step('review', 'closed'), true), 'over')
})

test('a group’s writing is counted by the minute, for a quarter of an hour', () => {
  const now = 100 * 60_000
  const counts = byMinute([now, now - 1000, now - 61_000, now - 20 * 60_000], now)
  assert.equal(counts.length, MINUTES)
  assert.deepEqual(counts.slice(-2), [1, 2])
  assert.deepEqual(withOne([1], 1), [1])
})

test('what is entered for somebody stands on their board as it was given', () => {
  const mine = [
    ['GiveMark', { statement: 's', level: 3, none: null }],
    ['GiveDots', { card: 'c', dots: 2 }],
    ['Choose', { choice: ['Spring'] }],
  ].reduce((before, [type, body]) => entered(before, type, body), nothing())
  assert.equal(mine.marks.s.level, 3)
  assert.deepEqual(mine.dots, { c: 2 })
  assert.deepEqual(mine.choice, ['Spring'])
  assert.equal(entered(mine, 'AddCard', {}), mine)
})
