/** Text being typed: on the device from the first letter, so that a reload, a crash or a closed tab loses none of it. */
import { effect, signal } from '@preact/signals-core'
import { jot, jotted } from './notes.js'

const SPILL = 'toimi.typed'

/**
 * @typedef {object} Setting
 * @property {import('./shelf.js').Shelf} shelf
 * @property {string} place
 * @property {() => string} client
 * @property {import('./notes.js').Notes} notes
 * @property {(key: string, text: string) => unknown} second what to do with a text of a closed tab where this tab has its own
 * @property {() => number} [now]
 */

/** @param {Setting} setting */
export async function openTexts({ shelf, place, client, notes, second, now = Date.now }) {
  /** @type {Map<string, import('@preact/signals-core').Signal<string>>} */
  const texts = new Map()
  /** @type {Map<string, string>} */
  const unwritten = new Map()
  let writing = false

  /**
   * The text under this key; set its value to keep it, to '' to forget it.
   * @param {string} key
   */
  function draft(key) {
    return texts.get(key) ?? begun(key, '')
  }

  /** @param {string} key @param {string} text */
  function begun(key, text) {
    const typed = signal(text)
    texts.set(key, typed)
    let first = true
    effect(() => {
      const value = typed.value
      if (!first) keep(key, value)
      first = false
    })
    return typed
  }

  /** @param {string} key @param {string} text */
  function keep(key, text) {
    unwritten.set(key, text)
    if (!writing) write()
  }

  async function write() {
    writing = true
    while (unwritten.size) {
      const batch = [...unwritten]
      await shelf.turn(['texts'], (turn) => Promise.all(batch.map(([key, text]) => placed(turn, key, text))))
      for (const [key, text] of batch) if (unwritten.get(key) === text) unwritten.delete(key)
    }
    writing = false
  }

  /** @param {import('./shelf.js').Turn} turn @param {string} key @param {string} text */
  function placed(turn, key, text) {
    return text ? turn.put('texts', { place, client: client(), key, text, at: now() }) : turn.remove('texts', [place, client(), key])
  }

  /** @param {string} whose */
  async function written(whose) {
    const rows = await shelf.turn(['texts'], (turn) => turn.all('texts', place))
    return rows.filter((row) => row.client === whose)
  }

  /** The last letters, jotted down as the page goes. */
  const spill = () => jot(notes.tab, `${SPILL}:${place}`, unwritten.size ? JSON.stringify([...unwritten]) : '')

  /** Everything again under the tab's new name. */
  function rewrite() {
    for (const [key, typed] of texts) if (typed.peek()) keep(key, typed.peek())
  }

  /** What a closed tab was typing goes on here. @param {string} whose */
  async function adopt(whose) {
    for (const { key, text } of await written(whose)) {
      const mine = draft(key)
      if (!mine.peek()) mine.value = text
      else if (mine.peek() !== text) await second(key, text)
      await shelf.turn(['texts'], (turn) => turn.remove('texts', [place, whose, key]))
    }
  }

  for (const row of await written(client())) begun(row.key, row.text)
  for (const [key, text] of JSON.parse(jotted(notes.tab, `${SPILL}:${place}`) || '[]')) draft(key).value = text
  return { draft, spill, rewrite, adopt }
}
