/** What a facilitator changed about one's own part: another group, a share in running the workshop, no seat any more. */
import { useEffect, useRef } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { myGroup, titleOf } from './steps.js'

const HOSTS = ['host', 'cohost']

/** Whether this seat runs the workshop now, whatever it did when the page was opened. @param {Toimi.Room} room */
export const runs = (room) => HOSTS.includes(room.store.panel('me')?.role ?? room.role)

/** Whether the seat was taken away while the page stood open. @param {Toimi.Room} room */
export const removed = (room) => room.banner.value?.kind === 'removed' || !!room.store.panel('me')?.removed

/** Who is moved from one group to another is told; the first group is told by the lobby. @param {Toimi.Room} room @param {{ say: (words: string, more?: any) => void }} news */
export function useGroupTold(room, news) {
  const group = myGroup(room)
  const before = useRef(/** @type {string | null} */ (null))
  useEffect(() => {
    if (group && before.current && before.current !== group.id) news.say(t('You are in group %(letter)s now.', { letter: group.letter }), { icon: 'users' })
    if (group) before.current = group.id
  }, [group?.id])
}

/** On a participant's page: they run the workshop too, and where. @param {{ room: Toimi.Room }} props */
export function RunsToo({ room }) {
  return html`<div role="status">
    ${runs(room) && html`<div class="moved moved--note">
      <p><${Icon} name="users" /> <b>${t('You run this workshop too.')}</b></p>
      <a class="btn btn--sm" href=${room.boot.urls.console}>${t('Open the console')}</a>
    </div>`}
  </div>`
}

/** A group that was let ahead works on another step than the room. @param {{ room: Toimi.Room }} props */
export function GoneAhead({ room }) {
  const now = room.store.panel('now')
  const group = myGroup(room)
  const ahead = !!group && !!now?.ahead[group.id] && now.ahead[group.id] !== now.step
  const others = ahead && now.step ? room.store.panel(`step:${now.step}`) : null
  return html`<div role="status">
    ${others && html`<div class="moved moved--note"><p><${Icon} name="right" /> <b>${t('Your group goes ahead.')}</b> ${t('The others are at “%(step)s”.', { step: titleOf(room, others) })}</p></div>`}
  </div>`
}
