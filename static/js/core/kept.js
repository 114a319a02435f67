/** What was refused after an offline spell, folded into one draft a card, for the person to see. */
import { signal } from '@preact/signals-core'
import { newId } from './ids.js'

/** @typedef {Pick<import('./outbox.js').Row, 'id' | 'type' | 'body' | 'at' | 'for'>} Refused */

/**
 * @param {object} setting
 * @param {import('./shelf.js').Shelf} setting.shelf
 * @param {string} setting.place
 */
export async function openKept({ shelf, place }) {
  const rows = await shelf.turn(['kept'], (turn) => turn.all('kept', place))
  const drafts = signal(rows.map((row) => /** @type {Toimi.KeptForYou} */ (row.draft)).sort((a, b) => a.at - b.at))

  /** @param {string} key */
  const found = (key) => drafts.value.find((draft) => draft.key === key)

  /** @param {Refused} row @param {Toimi.Ack} ack */
  function refused(row, ack) {
    const key = foldKey(row)
    return keep(folded(found(key), key, row, ack))
  }

  /** A second text where one place has room for one. @param {string} typed @param {string} text */
  function second(typed, text) {
    const key = `typed:${typed}:${newId(6)}`
    return keep({ key, step: null, asks: [], code: 'typed', words: '', at: Date.now(), ...written(typed, text) })
  }

  /** @param {Toimi.KeptForYou} draft */
  function keep(draft) {
    drafts.value = [...drafts.value.filter((each) => each.key !== draft.key), draft]
    return shelf.turn(['kept'], (turn) => turn.put('kept', { place, key: draft.key, draft }))
  }

  /** @param {string} key */
  function drop(key) {
    drafts.value = drafts.value.filter((draft) => draft.key !== key)
    return shelf.turn(['kept'], (turn) => turn.remove('kept', [place, key]))
  }

  return { drafts, refused, second, drop, found }
}

/**
 * What was being typed, as answers: a card's field (see revise.js), or just text.
 * @param {string} typed
 * @param {string} text
 */
function written(typed, text) {
  const [, card, field, language] = /^revise:(.+):(.+):(fi|sv|en)$/.exec(typed) ?? []
  if (!card) return { card: null, answers: { text }, language: null }
  return { card, answers: { [field]: JSON.parse(text).value }, language: /** @type {Toimi.Language} */ (language) }
}

/** @param {Refused} row */
function foldKey({ type, body, for: whose = '' }) {
  if (body.card) return `card:${body.card}`
  return [type, body.step ?? '', body.statement ?? '', whose].join(':')
}

/**
 * @param {Toimi.KeptForYou | undefined} before
 * @param {string} key
 * @param {Refused} row
 * @param {Toimi.Ack} ack
 * @returns {Toimi.KeptForYou}
 */
function folded(before, key, row, { code = '', words = '' }) {
  const { body } = row
  const answers = { ...before?.answers, ...body.answers, ...(body.field && { [body.field]: body.value }) }
  return {
    key,
    card: body.card ?? null,
    step: body.step ?? before?.step ?? null,
    answers,
    language: body.language ?? before?.language ?? null,
    asks: merged(before?.asks ?? [], row),
    code: before?.code || code,
    words: before?.words || words,
    at: before?.at ?? row.at,
  }
}

/**
 * Revisions of a card that could not be added go into it; of two of a kind the later one stands.
 * @param {Toimi.KeptForYou['asks']} asks
 * @param {Refused} row
 */
function merged(asks, { id, type, body, for: whose }) {
  const added = asks.find((ask) => ask.type === 'AddCard' && ask.body.card === body.card)
  if (added && type === 'ReviseCard') {
    const answers = { ...added.body.answers, [body.field]: body.value }
    return asks.map((ask) => (ask === added ? { ...ask, body: { ...ask.body, answers } } : ask))
  }
  const same = asks.find((ask) => ask.type === type && ask.body.field === body.field && ask.body.language === body.language)
  const base = same && 'base' in body ? { base: same.body.base } : {}
  const ask = { id, type, body: { ...body, ...base }, ...(whose && { for: whose }) }
  return [...asks.filter((each) => each !== same), ask]
}
