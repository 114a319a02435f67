/** The answers of a card in words, as they are read and not written. */
import { day, number, t } from '../core/words.js'
import { optionsFor } from './choices.js'
import { rowOf } from './interim.js'

/** @typedef {{ key: string, label: string, text: string, lang: string }} Told */

/** The fields of a kind that say something on this card. @param {Toimi.Room} room @param {Toimi.Kind} kind @param {Toimi.Card} card @returns {Told[]} */
export function answersOf(room, kind, card) {
  const all = kind.fields.map((field) => ({ key: field.key, label: t(field.label), ...answerOf(room, field, card) }))
  return all.filter(({ text }) => text)
}

/** @param {Toimi.Room} room @param {Toimi.Field} field @param {Toimi.Card} card @returns {Toimi.Spoken} */
function answerOf(room, field, card) {
  const value = /** @type {any} */ (card.answers[field.key])
  const said = (/** @type {string} */ text) => ({ text, lang: room.language })
  if (value === null || value === undefined || value === '') return said('')
  if (field.type === 'Day') return said(day(value))
  if (field.type === 'Interim') return said(value.map((/** @type {string} */ each) => rowOf(each, room.language).join(': ')).join('; '))
  if (typeof value === 'number') return said(number(value))
  const options = optionsFor(room, field)
  if (!options) return typeof value === 'string' ? { text: value, lang: card.language } : room.spoken(value)
  return said([value].flat().map((each) => options.find((option) => option.value === each)?.words ?? '').filter(Boolean).join(', '))
}
