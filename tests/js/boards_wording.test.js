import { drawn } from './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Agreed } from 'toimi/boards/agreed.js'
import { optionsFor } from 'toimi/boards/choices.js'
import { Ladder } from 'toimi/boards/ladder.js'
import { Levels } from 'toimi/boards/levels.js'
import { Picks } from 'toimi/boards/picks.js'
import { StrategyPicture } from 'toimi/boards/strategy-picture.js'
import { html } from 'toimi/core/html.js'
import { LevelsDesk } from 'toimi/console/desks/levels-desk.js'
import { StepOptions } from 'toimi/console/step-options.js'
import { DraftWall } from 'toimi/walls/draft.js'
import { ResultsWall } from 'toimi/walls/results.js'
import { roomOf } from './fakes/room.js'

const MARK = '*'
const STATEMENTS = [
  { id: 's1.1', objective: '1.1', theme: '1', text: { en: 'We lead', fi: 'Johdamme' }, short_form: true, unconfirmed: ['en'] },
  { id: 's1.2', objective: '1.2', theme: '1', text: { en: 'We measure' }, short_form: false, unconfirmed: [] },
]
const PACK = {
  themes: [{ id: '1', name: { fi: 'Johtaminen', en: 'Leading' }, name_unconfirmed: ['en'], intention: { en: 'It is led' }, unconfirmed: [] }],
  objectives: [{ id: '1.1', theme: '1', text: { en: 'Lead well' }, unconfirmed: ['en'] }],
  statements: STATEMENTS,
  scale: { levels: [1, 2, 3, 4, 5].map((value) => ({ value, name: { en: `Level ${value}` } })), dont_know: {}, not_applicable: {} },
  library: [{ id: 'M1', name: { en: 'Share' }, objectives: ['1.1'], unconfirmed: ['en'] }],
  role_groups: [],
  picture: [{ key: 'base', name: { en: 'Base' }, unconfirmed: [], themes: ['1'] }],
  units: {},
}
const OPTIONS = { pick: 1, evidence: false }
const STEP = { id: 's', kind: 'state', phase: 'open', title: { en: 'Where we stand' }, task: {}, options: OPTIONS, again: [], statements: ['s1.1', 's1.2'], sees: '' }
const line = (id) => ({ id, n: 9, median: 2, low: 1, high: 4, bins: [3, 3, 1, 1, 1], dots: null, picks: 3, spread: 'disagree', dont_know: 0, earlier: null, organisations: null, roles: null, between: null, within: null })
const RESULT = {
  kind: 'levels',
  people: 9,
  headlines: [{ id: 'We disagree about %(theme)s.', arguments: { theme: '1' } }],
  themes: [line('1')],
  theme_order: ['1'],
  statements: [line('s1.1'), line('s1.2')],
  order: ['s1.1', 's1.2'],
  points: [{ statement: 's1.1', level: 2, picks: 3 }],
  long: {},
}
const KINDS = { state: { key: 'state', board: 'ladder', title: 'State', prompt: '', fields: [], yields: '', options: [{ key: 'statements', label: 'Statements', default: 'short', phases: ['waiting', 'open'], given: '', choices: [] }] } }
const SHOWN = { ...STEP, phase: 'revealed' }

const room = (step, more = {}) => roomOf({ pack: PACK, kinds: KINDS, panels: { [`step:${step.id}`]: step, now: { step: step.id }, ...more } })
const marked = (page, words) => page.all('span').some((each) => each.textContent.startsWith(`${words}${MARK}`))

const PAGES = {
  'the statements by theme': [STEP, (at) => html`<${Ladder} room=${at} step=${STEP} />`, ['Leading', 'We lead']],
  'what matters most': [STEP, (at) => html`<${Picks} room=${at} step=${STEP} asked=${STATEMENTS} />`, ['We lead']],
  'the result': [SHOWN, (at) => html`<${Levels} room=${at} step=${SHOWN} result=${RESULT} />`, ['Leading']],
  'what was agreed': [SHOWN, (at) => html`<${Agreed} room=${at} step=${SHOWN} result=${RESULT} />`, ['We lead']],
  'the facilitator’s desk': [SHOWN, (at) => html`<${LevelsDesk} host=${{ room: at }} step=${SHOWN} />`, ['We lead']],
  'the options of a step': [STEP, (at) => html`<${StepOptions} host=${{ room: at }} step=${STEP} onClose=${() => {}} />`, ['We lead']],
  'the result on the wall': [SHOWN, (at) => html`<${ResultsWall} room=${at} step=${SHOWN} />`, ['Leading']],
  'the strategy as a picture': [STEP, (at) => html`<${StrategyPicture} room=${at} />`, ['Leading']],
}

for (const [name, [step, page, words]] of Object.entries(PAGES))
  test(`${name} marks wording that nobody has confirmed`, async () => {
    const shown = await drawn(page(room(step, { 'result:s': step === SHOWN ? RESULT : null, 'agreed:s': { 's1.1': { level: 2, target: 4, reason: '' } } })))
    for (const each of words) assert.ok(marked(shown, each), `${each}: ${shown.textContent}`)
    assert.ok(!marked(shown, 'We measure'))
  })

test('the wall with the draft marks a theme’s name and says what the mark means', async () => {
  const draft = { plans: [{ id: 'p', organisation: '', goals: [{ id: 'g', theme: '1', from: {}, to: { en: 'Led' }, metrics: [], actions: [] }] }] }
  const shown = await drawn(html`<${DraftWall} room=${room(STEP, { draft })} />`)
  assert.ok(marked(shown, 'Leading'))
  assert.match(shown.textContent, /\* Wording not yet confirmed/)
})

test('a confirmed wording bears no mark', async () => {
  const pack = { ...PACK, themes: PACK.themes.map((each) => ({ ...each, name_unconfirmed: [] })) }
  const shown = await drawn(html`<${StrategyPicture} room=${roomOf({ pack })} />`)
  assert.match(shown.textContent, /Leading/)
  assert.ok(!marked(shown, 'Leading'))
})

test('letters alone bear the mark too', () => {
  const words = (type) => optionsFor(room(STEP), { type }, {}).map((each) => [each.words, each.under])
  assert.deepEqual(words('Objective'), [['1.1 Lead well\u00a0*', '1 Leading\u00a0*']])
  assert.deepEqual(words('Statement')[0], ['We lead\u00a0*', '1 Leading\u00a0*'])
  assert.deepEqual(words('Library')[0][0], 'Share\u00a0*')
})
