/**
 * A text that several people may write: saved when writing rests for a second, never overwritten by what others wrote
 * meanwhile. `base` is the text this writing began from, so that the server can keep both when they differ.
 */
import { computed, effect, signal } from '@preact/signals-core'

const REST = 1000
/** Writing that goes on is saved at least this often, milliseconds. */
const LONGEST = 5000

/** The text of a card's field in one language. @param {Toimi.Card | null} card @param {string} field @param {Toimi.Language} language */
export function textOf(card, field, language) {
  const answer = card?.answers[field]
  if (answer && typeof answer === 'object' && 'texts' in answer) return answer.texts[language]?.text ?? ''
  return answer === null || answer === undefined ? '' : String(answer)
}

/**
 * What this device has asked for the text already and the server has not answered.
 * @param {Toimi.Room} room
 * @param {string} card
 * @param {string} field
 * @param {Toimi.Language} language
 * @returns {string | undefined}
 */
function queued(room, card, field, language) {
  const mine = room.pending.peek().filter(({ type, body }) => type === 'ReviseCard' && body.card === card && body.field === field && body.language === language)
  return mine.at(-1)?.body.value
}

/**
 * @param {Toimi.Room} room
 * @param {string} card
 * @param {string} field
 * @param {Toimi.Language} [language]
 * @returns {Toimi.Revision}
 */
export function reviser(room, card, field, language = room.language) {
  const typed = room.draft(`revise:${card}:${field}:${language}`)
  const server = computed(() => textOf(room.store.panel(`card:${card}`), field, language))
  const value = signal(queued(room, card, field, language) ?? server.peek())
  const theirs = signal(/** @type {string | null} */ (null))
  const words = signal('')
  const asked = signal(/** @type {{ value: string, asking: Toimi.Asking }[]} */ ([]))
  const [dirty, saved, refused, writing] = [signal(false), signal(false), signal(false), signal(false)]
  let base = value.peek()
  let dirtySince = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest
  /** @type {Promise<unknown>} */
  let last = Promise.resolve()

  const waits = computed(() => room.pending.value.some((ask) => ask.state === 'kept' && asked.value.some(({ asking }) => asking.id === ask.id)))
  const state = computed(() => {
    if (refused.value) return 'refused'
    if (waits.value) return 'kept'
    if (dirty.value) return 'typing'
    if (asked.value.length) return 'saving'
    return saved.value ? 'saved' : 'clean'
  })

  /** What another page load left unsent goes on from where it was. */
  function resume() {
    if (!typed.peek()) return
    const before = JSON.parse(typed.peek())
    if (before.value === server.peek()) return void (typed.value = '')
    base = before.base
    value.value = before.value
    touched()
  }

  function touched() {
    dirty.value = true
    dirtySince ||= Date.now()
    remember()
    clearTimeout(rest)
    // Two texts stand side by side: each save would add another, so it waits for the person to leave the field.
    if (theirs.peek() === null) rest = setTimeout(save, Math.min(REST, Math.max(0, dirtySince + LONGEST - Date.now())))
  }

  const remember = () => (typed.value = JSON.stringify({ value: value.peek(), base }))

  /** @param {Event | string} event */
  function onInput(event) {
    value.value = typeof event === 'string' ? event : /** @type {HTMLTextAreaElement} */ (event.target).value
    writing.value = true
    saved.value = refused.value = false
    touched()
  }

  function onBlur() {
    writing.value = false
    save()
    yielded()
  }

  async function save() {
    clearTimeout(rest)
    if (dirty.peek()) submit(value.peek())
    await last
  }

  /** @param {string} text */
  function submit(text) {
    dirty.value = false
    dirtySince = 0
    const waiting = asked.peek().at(-1)
    if (waiting?.asking.amend({ card, field, value: text, base: bases.get(waiting.asking.id), language })) waiting.value = text
    else if (text !== base) last = send(text)
    else typed.value = ''
    base = text
    if (asked.peek().length) remember()
  }

  /** @type {Map<string, string>} */
  const bases = new Map()

  /** @param {string} text */
  async function send(text) {
    const asking = room.asking('ReviseCard', { card, field, value: text, base, language })
    const mine = { value: text, asking }
    const began = base
    bases.set(asking.id, began)
    asked.value = [...asked.peek(), mine]
    const outcome = await asking.answer
    asked.value = asked.peek().filter((each) => each !== mine)
    bases.delete(asking.id)
    if (outcome.ok) return settled()
    if (!asked.peek().length) base = began
    refuse(outcome)
  }

  function settled() {
    if (asked.peek().length || dirty.peek()) return
    saved.value = true
    typed.value = ''
    yielded()
  }

  /** @param {Toimi.Outcome} outcome */
  function refuse(outcome) {
    refused.value = true
    words.value = outcome.words ?? ''
    remember()
  }

  /** Others' words take the field's place once mine are with the server and I am not writing. */
  function yielded() {
    if (theirs.peek() === null || writing.peek() || dirty.peek() || asked.peek().length || refused.peek()) return
    value.value = base = /** @type {string} */ (theirs.peek())
    theirs.value = null
  }

  /** @param {string} text as the server has it now */
  function came(text) {
    if (text === value.peek()) base = text
    if (text === base || asked.peek().some((each) => each.value === text)) return void (theirs.value = null)
    const idle = !dirty.peek() && !asked.peek().length && value.peek() === base && !refused.peek()
    if (idle) value.value = base = text
    else theirs.value = text
  }

  resume()
  let first = true
  const stop = effect(() => {
    const text = server.value
    if (!first) came(text)
    first = false
  })

  function close() {
    save()
    stop()
  }
  return { value, state, theirs, words, onInput, onBlur, save, close }
}
