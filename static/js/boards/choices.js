/** What a field of a kind may be chosen from. */
import { t } from '../core/words.js'
import { textOfCard } from '../frame/steps.js'
import { named, official, stated } from './unofficial.js'

/**
 * What the choice is made for: the step whose statements are asked, the card that is filled in.
 * @typedef {{ step?: Toimi.Step, card?: Toimi.Card }} About
 * @typedef {{ value: string, words: string, under?: string }} Choice
 */

/**
 * @param {Toimi.Room} room
 * @param {Toimi.Field} field
 * @param {About} [about]
 * @returns {Choice[] | null} null where the field is written, not chosen
 */
export function optionsFor(room, field, { step, card } = {}) {
  switch (field.type) {
    case 'Choice':
      return field.choices.map((/** @type {[string, string]} */ [value, words]) => ({ value, words: t(words) }))
    case 'Objective':
      return objectives(room)
    case 'Statement':
      return statements(room, step)
    case 'Library':
      return library(room, card)
    case 'Card':
      return cards(room, field.of.split(' '))
    default:
      return null
  }
}

/** @param {Toimi.Room} room */
const themesOf = (room) => Object.fromEntries(room.boot.pack.themes.map((theme) => [theme.id, `${theme.id} ${official(room, named(theme))}`]))

/** @param {Toimi.Room} room */
function objectives(room) {
  const themes = themesOf(room)
  return room.boot.pack.objectives.map((each) => ({ value: each.id, words: `${each.id} ${official(room, stated(each))}`, under: themes[each.theme] }))
}

/** Those that the step asks. @param {Toimi.Room} room @param {Toimi.Step} [step] */
function statements(room, step) {
  const themes = themesOf(room)
  const asked = room.boot.pack.statements.filter((each) => !step?.statements || step.statements.includes(each.id))
  return asked.map((each) => ({ value: each.id, words: official(room, stated(each)), under: themes[each.theme] }))
}

/** Metrics that fit the goal's objectives first. @param {Toimi.Room} room @param {Toimi.Card} [card] */
function library(room, card) {
  const goal = typeof card?.answers.goal === 'string' ? room.store.panel(`card:${card.answers.goal}`) : null
  const wanted = /** @type {string[]} */ (goal?.answers.objectives ?? [])
  const themes = themesOf(room)
  const under = (/** @type {string[]} */ of) => (of.some((each) => wanted.includes(each)) ? t('For the goal’s objective') : (themes[of[0]?.split('.')[0]] ?? ''))
  const all = room.boot.pack.library.map((each) => ({ value: each.id, words: official(room, { words: each.name, unconfirmed: each.unconfirmed, own: each.own }), under: under(each.objectives) }))
  return [...all.filter(fits), ...all.filter((each) => !fits(each))]
}

/** @param {Choice} choice */
const fits = (choice) => choice.under === t('For the goal’s objective')

/** Cards of these kinds that this person sees, those of the own group first. @param {Toimi.Room} room @param {string[]} kinds */
function cards(room, kinds) {
  const mine = room.store.panel('me')?.group
  const found = room.store.all('card:').filter((card) => kinds.includes(card.kind) && card.taken_out === null)
  found.sort((a, b) => Number(b.group === mine) - Number(a.group === mine) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return found.map((card) => ({ value: card.id, words: faceOf(room, card) }))
}

/** What a card is called in a list. @param {Toimi.Room} room @param {Toimi.Card} card */
export const faceOf = (room, card) => spokenFace(room, card).text || t('Without words yet')

/** The same with its language. @param {Toimi.Room} room @param {Toimi.Card} card */
export const spokenFace = (room, card) => textOfCard(room, card, ['name', 'to', 'text', 'what', 'from'])
