import assert from 'node:assert/strict'
import { test } from 'node:test'
import { goalsOf } from '../../static/js/boards/brought.js'
import { figure } from '../../static/js/boards/figure.js'
import { filledFrom } from '../../static/js/boards/library.js'
import { ranked } from '../../static/js/boards/ranking.js'
import { foreseen } from '../../static/js/frame/pending.js'
import { mine } from '../../static/js/frame/steps.js'

/** A room with these panels, and these asks on their way. */
function roomOf({ panels = {}, pending = [], pack = {} } = {}) {
  return {
    seat: 'ada',
    language: 'sv',
    languages: ['fi', 'sv', 'en'],
    pending: { value: pending },
    store: { panel: (key) => panels[key] ?? null },
    boot: { kinds: { ideas: { yields: 'idea' } }, pack },
  }
}

const IDEA = { type: 'AddCard', body: { card: 'c1', step: 'ideas-1', answers: { text: 'Buy together' }, language: 'en', group: null, cluster: null } }
const IDEAS = { 'step:ideas-1': { kind: 'ideas' } }

test('a card is seen as soon as it is sent, and once', () => {
  const room = roomOf({ panels: IDEAS, pending: [IDEA] })
  const [card] = foreseen(room, [])
  assert.deepEqual([card.id, card.kind, card.by, card.sending], ['c1', 'idea', 'ada', true])
  assert.equal(foreseen(room, [{ id: 'c1' }]).length, 1)
})

test('what is taken back is gone before the server says so', () => {
  const room = roomOf({ pending: [{ type: 'WithdrawCard', body: { card: 'c1' } }] })
  assert.deepEqual(foreseen(room, [{ id: 'c1' }, { id: 'c2' }]), [{ id: 'c2' }])
})

test('a parked card has no step', () => {
  const room = roomOf({ pending: [{ type: 'AddCard', body: { ...IDEA.body, step: '' } }] })
  assert.equal(foreseen(room, [])[0].kind, 'parked')
})

test('a mark on its way counts as given', () => {
  const room = roomOf({
    panels: { 'mine:s': { marks: { a: { level: 2, none: null } }, picks: ['a'], dots: {}, places: {}, choice: [], confidence: null, ready: false } },
    pending: [{ type: 'GiveMark', body: { step: 's', statement: 'a', level: 4, none: null } }, { type: 'GiveMark', body: { step: 'other', statement: 'a', level: 1, none: null } }],
  })
  assert.equal(mine(room, 's').marks.a.level, 4)
  assert.deepEqual(mine(room, 's').picks, ['a'])
})

test('figures are read with comma and blanks, and nothing else is guessed', () => {
  assert.equal(figure('1 250,5'), 1250.5)
  assert.equal(figure('\u22122'), -2)
  assert.equal(figure(''), null)
  assert.equal(figure('about ten'), 'about ten')
})

const METRICS = { fields: [{ key: 'library', type: 'Library' }, { key: 'name', type: 'Text', limit: 160 }, { key: 'unit', type: 'Text', limit: 40 }, { key: 'direction', type: 'Choice' }] }
const PACK = { library: [{ id: 'M01', name: { fi: 'Osuus', sv: 'Andel' }, unit: '%', direction: 'less' }], units: { '%': { fi: '%', sv: '%', en: '%' } } }

test('a library entry fills what is empty, the reader’s own language first', () => {
  const card = { id: 'm1', answers: { name: { language: 'sv', texts: { sv: { text: 'Vår egen' } } } } }
  const changes = filledFrom(roomOf({ pack: PACK }), METRICS, card, 'M01')
  assert.deepEqual(changes.map(({ field, language }) => `${field} ${language}`), ['unit sv', 'unit fi', 'unit en', 'direction sv'])
})

test('an entry that is not known fills nothing', () => {
  assert.deepEqual(filledFrom(roomOf({ pack: PACK }), METRICS, { id: 'm1', answers: {} }, 'M99'), [])
})

test('cards without a dot are not in the order', () => {
  assert.deepEqual(ranked({ kind: 'dots', cards: [{ card: 'a', dots: 3 }, { card: 'b', dots: 0 }] }), ['a'])
})

const GOAL = { kind: 'goal', step: 'goals-1', group: 'b', source: '', taken_out: null }
const goalsSeen = (...cards) => goalsOf({ store: { all: () => cards } }, { id: 'a' }).map(({ id }) => id)

test('a group builds on its own goals and on those that came along without a group', () => {
  const [own, others] = [{ ...GOAL, id: 'own', group: 'a' }, { ...GOAL, id: 'others' }]
  const came = { ...GOAL, id: 'came', group: null, source: 'Spring', step: '' }
  assert.deepEqual(goalsSeen(own, others, came), ['own', 'came'])
})

test('a group without a goal builds on those that no step here asks for', () => {
  const came = { ...GOAL, id: 'came', source: 'Spring', step: '' }
  assert.deepEqual(goalsSeen({ ...GOAL, id: 'others' }, came, { ...came, id: 'out', taken_out: 'gone' }), ['came'])
})
