/** Where the room is, read from the panels; every function is reactive. */
import { t } from '../core/words.js'

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

/** @param {Toimi.Room} room */
export const mySeat = (room) => room.store.panel(`seat:${room.seat}`)

/** @param {Toimi.Room} room */
export function myGroup(room) {
  const group = room.store.panel('me')?.group
  return group ? room.store.panel(`group:${group}`) : null
}

/** This person's own answers in a step; empty before anything was given. @param {Toimi.Room} room @param {string} step @returns {Toimi.Mine} */
export const mine = (room, step) =>
  room.store.panel(`mine:${step}`) ?? { marks: {}, picks: [], dots: {}, places: {}, choice: [], confidence: null, ready: false }

/** Living cards of a step and kind. @param {Toimi.Room} room @param {string} step @param {string} [kind] */
export const cardsOf = (room, step, kind) =>
  room.store.all('card:').filter((card) => card.step === step && card.taken_out === null && (!kind || card.kind === kind))
