/** Following the room: the page moves with it, but never away from somebody who types; they get an announced "Go". */
import { signal } from '@preact/signals'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import { announce, goTo, typing } from '../core/focus.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { here, titleOf } from './steps.js'

/** What is drawn: a step as it stood, told apart from others by id, phase and round. @typedef {{ place: string, step: Toimi.Step | null }} Drawn */

/** @param {Toimi.Step | null} step @returns {Drawn} */
const drawn = (step) => ({ place: step ? `${step.id} ${step.phase} ${step.round}` : '', step })

/** @param {Toimi.Room} room */
function now(room) {
  const step = here(room)
  return step ? room.store.panel(`step:${step}`) : null
}

/**
 * The step that is drawn, and the one the room has moved on to while this person was typing.
 * A step that is shown or closed is another place too: the field one writes in would be gone.
 * @param {Toimi.Room} room
 */
export function useFollowing(room) {
  const ready = room.store.ready.value
  const there = drawn(now(room))
  const at = useMemo(() => signal(/** @type {Drawn | null} */ (null)), [])
  // Before the page is painted: who is not typing must not see the offer to go flash by.
  useLayoutEffect(() => {
    if (!ready || at.value?.place === there.place) return
    if (at.value === null) at.value = there
    else if (typing()) announce(`${meanwhile(room, at.value, there)} ${t('What you write stays with you.')}`)
    else move(at, there)
  }, [ready, there.place])
  const held = at.value === null || at.value.place === there.place ? null : at.value
  return { step: held ? held.step : there.step, held, ahead: held ? there : null, go: () => move(at, there) }
}

/** @param {import('@preact/signals').Signal<Drawn | null>} at @param {Drawn} to */
function move(at, to) {
  at.value = to
  const leave = /** @type {HTMLElement | null} */ (document.activeElement)
  leave?.blur()
  requestAnimationFrame(() => goTo(document.querySelector('main h1')))
}

/** What happened meanwhile, in a sentence. @param {Toimi.Room} room @param {Drawn} from @param {Drawn} to */
function meanwhile(room, from, to) {
  if (!to.step) return t('The room is back in the lobby.')
  if (to.step.id !== from.step?.id) return t('The room has moved on to %(step)s.', { step: titleOf(room, to.step) })
  if (to.step.phase === 'revealed') return t('What the room gave is shown now.')
  return to.step.phase === 'open' ? t('The step is open again.') : t('The step is closed now.')
}

/** @param {{ room: Toimi.Room, held: Drawn | null, ahead: Drawn | null, go: () => void }} props */
export function MovedOn({ room, held, ahead, go }) {
  if (!ahead || !held) return null
  return html`<div class="moved moved--stays" role="region" aria-label=${t('The room has moved on')}>
    <p><${Icon} name="right" /> <b>${meanwhile(room, held, ahead)}</b> <span class="muted">${t('What you write stays with you.')}</span></p>
    <button type="button" class="btn btn--primary btn--sm" onClick=${go}>${t('Go')}</button>
  </div>`
}
