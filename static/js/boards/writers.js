/** Who of the group is here and who writes where; in words below, for whom a ring around a picture says nothing. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Presence } from '../parts/marks.js'

/** @param {{ room: Toimi.Room, group: Toimi.Group }} props */
export function Writers({ room, group }) {
  const here = room.near.here.value[`group:${group.id}`]?.people ?? {}
  const members = room.store.all('seat:').filter((seat) => seat.group === group.id)
  const people = members.map((seat) => ({ seat: seat.id, name: seat.name, letter: group.letter, state: /** @type {'writing' | 'away' | ''} */ (here[seat.id]?.writing ? 'writing' : here[seat.id] || seat.id === room.seat ? '' : 'away') }))
  const writing = members.filter((seat) => seat.id !== room.seat && here[seat.id]?.writing).map((seat) => seat.name)
  const words = writing.length ? t('%(names)s writing now', { names: writing.join(', ') }) : ''
  return html`<${Presence} people=${people} words=${words} small />`
}
