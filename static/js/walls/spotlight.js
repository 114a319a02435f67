/** One card, large, for all to talk about. */
import { CardFace } from '../console/card-face.js'
import { faceOf } from '../boards/choices.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { GroupMark } from '../parts/marks.js'

/** @param {{ room: Toimi.Room, card: string }} props */
export function SpotlightWall({ room, card }) {
  const found = room.store.panel(`card:${card}`)
  if (!found) return null
  if (['goal', 'metric', 'action'].includes(found.kind)) return html`<section class="stage__body lit"><${CardFace} room=${room} card=${found} large /></section>`
  const letter = found.group ? room.store.panel(`group:${found.group}`)?.letter : ''
  return html`<section class="stage__body lit"><blockquote class="lit__words words" lang=${found.language}>${faceOf(room, found)}</blockquote>
    ${letter && html`<p class="lit__from"><${GroupMark} letter=${letter} /> ${t('Group %(letter)s', { letter })}</p>`}</section>`
}
