/** Following the room: the page moves with it, but never away from somebody who types; they get an announced "Go". */
import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { announce, goTo, typing } from '../core/focus.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { here, titleOf } from './steps.js'

/**
 * The step that is drawn, and the one the room has moved on to while this person was typing.
 * @param {Toimi.Room} room
 */
export function useFollowing(room) {
  const at = useMemo(() => signal(here(room)), [])
  const room_at = here(room)
  useEffect(() => {
    if (at.value === room_at) return
    if (typing()) {
      const step = room_at ? room.store.panel(`step:${room_at}`) : null
      announce(t('The room has moved on to %(step)s. Your text stays.', { step: step ? titleOf(room, step) : t('the lobby') }))
    } else move(at, room_at)
  }, [room_at])
  return { at: at.value, ahead: at.value === room_at ? null : room_at, go: () => move(at, room_at) }
}

/** @param {import('@preact/signals').Signal<string | null>} at @param {string | null} to */
function move(at, to) {
  at.value = to
  requestAnimationFrame(() => goTo(document.querySelector('main h1')))
}

/** @param {{ room: Toimi.Room, ahead: string | null, go: () => void }} props */
export function MovedOn({ room, ahead, go }) {
  const step = ahead ? room.store.panel(`step:${ahead}`) : null
  if (!step) return null
  return html`<div class="moved" role="region" aria-label=${t('The room has moved on')}>
    <p><${Icon} name="right" /> ${t('The room has moved on to %(step)s.', { step: titleOf(room, step) })} <span class="muted">${t('What you write stays, and is saved.')}</span></p>
    <button type="button" class="btn btn--primary btn--sm" onClick=${go}>${t('Go')}</button>
  </div>`
}
