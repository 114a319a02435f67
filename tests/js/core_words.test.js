import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { amount, countdown, day, language, learn, number, percent, rename, said, speak, spoken, t, timeOfDay, tn } from 'toimi/core/words.js'

const FINNISH = { messages: { 'Give %(n)s dot': ['Anna %(n)s ääni', 'Anna %(n)s ääntä'], Ready: 'Valmis', '%(name)s is here': '%(name)s on täällä' } }
const NO_BREAK = '\u00a0'

beforeEach(() => speak('en'))

test('a sentence is in the reader’s language, and in English where nobody has put it into theirs', () => {
  speak('fi', FINNISH)
  assert.deepEqual([t('Ready'), t('Not yet'), t('%(name)s is here', { name: 'Ada' })], ['Valmis', 'Not yet', 'Ada on täällä'])
})

test('one is one in all three languages, and everything else is many', () => {
  for (const each of ['en', 'fi', 'sv']) {
    speak(each, each === 'fi' ? FINNISH : undefined)
    const [zero, one, two] = [0, 1, 2].map((n) => tn('Give %(n)s dot', 'Give %(n)s dots', n))
    const want = each === 'fi' ? ['Anna 0 ääntä', 'Anna 1 ääni', 'Anna 2 ääntä'] : ['Give 0 dots', 'Give 1 dot', 'Give 2 dots']
    assert.deepEqual([zero, one, two], want)
  }
})

test('a per cent sign is doubled only where there are arguments, as gettext has it', () => {
  assert.deepEqual([t('100 % sure'), t('%(n)s %% sure', { n: 90 }), t('%(missing)s', { n: 1 })], ['100 % sure', '90 % sure', '%(missing)s'])
})

test('figures in a sentence get the reader’s mark and keep years whole', () => {
  speak('fi')
  assert.equal(t('%(value)s in %(year)s', { value: -1.5, year: 2026 }), '−1,5 in 2026')
})

test('parallel texts fall back to English, Finnish, Swedish, and say which was chosen', () => {
  speak('sv')
  assert.deepEqual(spoken({ fi: 'Moi', sv: 'Hej' }), { text: 'Hej', lang: 'sv' })
  assert.deepEqual(spoken({ fi: 'Moi', en: 'Hello' }), { text: 'Hello', lang: 'en' })
  assert.deepEqual(spoken({ fi: 'Moi', sv: '' }), { text: 'Moi', lang: 'fi' })
  assert.deepEqual(spoken({}), { text: '', lang: 'sv' })
  assert.equal(said(null), '')
})

test('a card’s text is read in its own language before any other that is not the reader’s', () => {
  speak('sv')
  const wording = (text) => ({ text, by: 'ada', checked: false })
  assert.deepEqual(spoken({ language: 'fi', texts: { fi: wording('Oma'), en: wording('Own') } }), { text: 'Oma', lang: 'fi' })
})

test('a message is worded with its arguments, which may be parallel texts themselves', () => {
  speak('fi', FINNISH)
  assert.equal(said({ id: '%(name)s is here', arguments: { name: { fi: 'Aada', en: 'Ada' } } }), 'Aada on täällä')
})

test('figures are written as the reader writes them', () => {
  assert.deepEqual([number(18.4), percent(0.184), number(-2), number(1250000)], ['18.4', `18.4${NO_BREAK}%`, '−2', `1${NO_BREAK}250${NO_BREAK}000`])
  for (const each of ['fi', 'sv']) {
    speak(each)
    assert.deepEqual([number(18.4), percent(0.184), amount(1250000, '€')], ['18,4', `18,4${NO_BREAK}%`, `1${NO_BREAK}250${NO_BREAK}000${NO_BREAK}€`])
  }
})

test('digits are as many as asked for, else as many as the figure has, up to two; nothing is minus nothing', () => {
  assert.deepEqual([number(2, { digits: 1 }), number(2.345), number(0.1 + 0.2), number(-0.001), percent(0.5), percent(0.12345, 0)], ['2.0', '2.35', '0.3', '0', `50${NO_BREAK}%`, `12${NO_BREAK}%`])
})

test('days and hours are written as the reader writes them', () => {
  const at = new Date(2026, 10, 26, 9, 5)
  assert.deepEqual([day(at), day('2026-11-26'), timeOfDay(at)], ['26 November 2026', '26 November 2026', '9:05'])
  speak('fi')
  assert.deepEqual([day(at), timeOfDay(at)], ['26.11.2026', '9.05'])
})

test('a timer shows minutes and seconds, over time too', () => {
  assert.deepEqual([countdown(299), countdown(-32), countdown(3600)], ['4:59', '0:32', '60:00'])
})

test('a catalogue that cannot be had leaves the page in English, in the reader’s numbers', async (t_) => {
  t_.mock.method(console, 'warn', () => {})
  await learn('fi', '/words/fi.json', async () => Promise.reject(new TypeError('Failed to fetch')))
  assert.deepEqual([language(), t('Ready'), number(1.5)], ['fi', 'Ready', '1,5'])
  await learn('fi', '/words/fi.json', async () => ({ ok: true, json: async () => FINNISH }))
  assert.equal(t('Ready'), 'Valmis')
})

test('what a method calls otherwise goes before the catalogue, and only that', () => {
  speak('fi', FINNISH)
  rename({ Ready: { fi: 'Koossa', en: 'Together' } })
  assert.deepEqual([t('Ready'), t('%(name)s is here', { name: 'Ada' })], ['Koossa', 'Ada on täällä'])
})
