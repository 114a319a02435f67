/** Who of the group is here and who writes where; in words below, for whom a ring around a picture says nothing. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { Presence } from '../parts/marks.js'

/** Where people of the group say they are, by seat. @param {Toimi.Room} room @param {Toimi.Group} group */
const whereabouts = (room, group) => room.near.here.value[`group:${group.id}`]?.people ?? {}

/** @param {Toimi.Room} room @param {Toimi.Group} group */
const members = (room, group) => room.store.all('seat:').filter((seat) => seat.group === group.id && !seat.removed)

/** @param {{ room: Toimi.Room, group: Toimi.Group }} props */
export function Writers({ room, group }) {
  const here = whereabouts(room, group)
  const state = (/** @type {Toimi.Seat} */ seat) => /** @type {'writing' | 'away' | ''} */ (here[seat.id]?.writing ? 'writing' : here[seat.id] || seat.id === room.seat ? '' : 'away')
  const people = members(room, group).map((seat) => ({ seat: seat.id, name: seat.name, letter: group.letter, state: state(seat) }))
  return html`<${Presence} people=${people} words=${people.map(({ name }) => name).join(', ')} />`
}

/** @param {{ room: Toimi.Room, group: Toimi.Group, kind: Toimi.Kind }} props */
export function WritersWords({ room, group, kind }) {
  const here = whereabouts(room, group)
  const lines = members(room, group)
    .filter((seat) => seat.id !== room.seat && here[seat.id]?.writing)
    .map((seat) => t('%(name)s is writing in “%(field)s”.', { name: seat.name, field: fieldName(kind, here[seat.id].where) }))
  return html`<p class="sm muted writers" aria-live="polite">${lines.length > 0 && html`<${Icon} name="pen" /> ${lines.join(' ')}`}</p>`
}

/** @param {Toimi.Kind} kind @param {string} where a card and a field's key with a colon between */
function fieldName(kind, where) {
  const field = kind.fields.find(({ key }) => key === where.split(':').at(-1))
  return t(field?.label ?? kind.title)
}
