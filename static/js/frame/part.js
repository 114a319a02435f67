/** What a facilitator changed about one's own part: another group, a share in running the workshop, no seat any more. */
import { useEffect, useRef } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { myGroup } from './steps.js'

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
