/** What a field of a kind may be chosen from. */
import { t } from '../core/words.js'

/**
 * @param {Toimi.Room} room
 * @param {Toimi.Field} field
 * @returns {{ value: string, words: string, under?: string }[] | null} null where the field is written, not chosen
 */
export function optionsFor(room, field) {
  switch (field.type) {
    case 'Choice':
      return field.choices.map((/** @type {[string, string]} */ [value, words]) => ({ value, words: t(words) }))
    case 'Objective':
      return objectives(room)
    case 'Statement':
      return room.boot.pack.statements.map((each) => ({ value: each.id, words: room.said(each.text) }))
    case 'Library':
      return room.boot.pack.library.map((each) => ({ value: each.id, words: room.said(each.name) }))
    case 'Card':
      return cards(room, field.of.split(' '))
    default:
      return null
  }
}

/** @param {Toimi.Room} room */
function objectives(room) {
  const themes = Object.fromEntries(room.boot.pack.themes.map((theme) => [theme.id, `${theme.id} ${room.said(theme.name)}`]))
  return room.boot.pack.objectives.map((each) => ({ value: each.id, words: `${each.id} ${room.said(each.text)}`, under: themes[each.theme] }))
}

/** Cards of these kinds that this person sees, those of the own group first. @param {Toimi.Room} room @param {string[]} kinds */
function cards(room, kinds) {
  const mine = room.store.panel('me')?.group
  const found = room.store.all('card:').filter((card) => kinds.includes(card.kind) && card.taken_out === null)
  found.sort((a, b) => Number(b.group === mine) - Number(a.group === mine))
  return found.map((card) => ({ value: card.id, words: faceOf(room, card) }))
}

/** What a card is called in a list. @param {Toimi.Room} room @param {Toimi.Card} card */
export const faceOf = (room, card) => room.said(/** @type {any} */ (card.answers.name ?? card.answers.to ?? card.answers.text ?? card.answers.what ?? '')) || t('Without words yet')
