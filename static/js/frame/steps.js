/** Where the room is, read from the panels; every function is reactive. */
import { t } from '../core/words.js'
import { foreseen } from './pending.js'

/** @param {Toimi.Room} room */
export const steps = (room) => {
  const order = room.store.panel('workshop')?.order ?? []
  return order.map((id) => room.store.panel(`step:${id}`)).filter((step) => step !== null)
}

/** The id of the step this person works on: their group's own if it was let ahead, else the room's. @param {Toimi.Room} room */
export function here(room) {
  const now = room.store.panel('now')
  const group = room.store.panel('me')?.group
  return (group && now?.ahead[group]) || now?.step || null
}

/** The step's own title, else its kind's. @param {Toimi.Room} room @param {Toimi.Step} step */
export const titleOf = (room, step) => room.said(step.title) || t(room.boot.kinds[step.kind]?.title ?? step.kind)

/** The task in the facilitator's words, else the kind's prompt. @param {Toimi.Room} room @param {Toimi.Step} step */
export function taskOf(room, step) {
  const spoken = room.spoken(step.task)
  return spoken.text ? spoken : { text: t(room.boot.kinds[step.kind]?.prompt ?? ''), lang: room.language }
}

/** What the step is to turn on, in the facilitator's words; null where none is given. @param {Toimi.Room} room @param {Toimi.Step} step */
export function focusOf(room, step) {
  const spoken = room.spoken(step.options.focus)
  return spoken.text ? spoken : null
}

/** @param {Toimi.Room} room */
export const mySeat = (room) => room.store.panel(`seat:${room.seat}`)

/** @param {Toimi.Room} room */
export function myGroup(room) {
  const group = room.store.panel('me')?.group
  return group ? room.store.panel(`group:${group}`) : null
}

/** @type {Toimi.Mine} */
const NOTHING = { marks: {}, picks: [], dots: {}, places: {}, choice: [], confidence: null, ready: false }

/** This person's own answers in a step as the server has them, and on top of them what is on its way. @param {Toimi.Room} room @param {string} step @returns {Toimi.Mine} */
export function mine(room, step) {
  const known = room.store.panel(`mine:${step}`) ?? NOTHING
  return room.pending.value.filter(({ body }) => body.step === step).reduce(given, known)
}

/** @param {Toimi.Mine} mine @param {Toimi.Pending} ask @returns {Toimi.Mine} */
function given(mine, { type, body }) {
  switch (type) {
    case 'GiveMark':
      return { ...mine, marks: { ...mine.marks, [body.statement]: { ...NO_MARK, ...body } } }
    case 'Pick':
      return { ...mine, picks: body.statements }
    case 'GiveDots':
      return { ...mine, dots: { ...mine.dots, [body.card]: body.dots } }
    case 'PlaceOnMatrix':
      return { ...mine, places: { ...mine.places, [body.card]: [body.importance, body.feasibility] } }
    case 'Choose':
      return { ...mine, choice: body.choice }
    case 'GiveConfidence':
      return { ...mine, confidence: body }
    case 'MarkReady':
      return { ...mine, ready: body.ready }
    default:
      return mine
  }
}

/** @type {Toimi.Mark} */
export const NO_MARK = { level: null, none: null, importance: null, certainty: null, target: null }

/** Living cards of a step and kind, this person's own already while they are on their way. @param {Toimi.Room} room @param {string} step @param {string} [kind] */
export const cardsOf = (room, step, kind) =>
  foreseen(room, room.store.all('card:')).filter((card) => card.step === step && card.taken_out === null && (!kind || card.kind === kind))

/**
 * Whether this person may add to the step now: while it is open or their group was let ahead, and what is not written
 * alone first also once it is shown.
 * @param {Toimi.Room} room @param {Toimi.Step} step
 */
export function writable(room, step) {
  const now = room.store.panel('now')
  const group = room.store.panel('me')?.group
  const ahead = !!group && now?.ahead[group] === step.id
  const alone = room.boot.kinds[step.kind]?.solo_first
  return room.role !== 'observer' && !now?.frozen && (step.phase === 'open' || ahead || (step.phase === 'revealed' && !alone))
}

/** The first of these texts that has words, and their language. @param {Toimi.Room} room @param {Toimi.Card} card @param {string[]} fields @returns {Toimi.Spoken} */
export function textOfCard(room, card, fields) {
  const spoken = fields.map((field) => /** @type {any} */ (card.answers[field] ?? '')).map((answer) => (typeof answer === 'string' ? { text: answer, lang: card.language } : room.spoken(answer)))
  return spoken.find(({ text }) => text) ?? { text: '', lang: card.language }
}
