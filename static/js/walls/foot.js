/** The wall's foot: how to join, the step and its time, and a small way out for whoever put the wall up. */
import { doorOf } from '../console/code.js'
import { titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon, Logo } from '../parts/icon.js'
import { chooseLook, look } from '../parts/look.js'
import { Menu } from '../parts/menu.js'
import { timing } from '../parts/timing.js'

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step | null, timed: boolean, door: boolean }} props
 * `timed`, `door`: the wall itself does not show the time, or the code
 */
export function Foot({ room, step, timed, door }) {
  const { boot } = room
  return html`<footer class="stage__foot">
    <${Logo} />
    ${door && boot.code && html`<span class="stage__join">${t('Join at')} <b>${doorOf(boot.urls.join)}</b> <span class="nowrap">${t('with')} <b class="num">${boot.code}</b></span></span>`}
    <span class="right">${step && html`${titleOf(room, step)} `}${timed && html`<${Time} room=${room} />`}</span>
    <${Menu} up label=${html`<${Icon} name="more" />`} says=${t('The screen itself')} deeds=${deeds(room)} />
  </footer>`
}

/** @param {{ room: Toimi.Room }} props */
function Time({ room }) {
  const timer = room.store.panel('timer')
  const left = room.clock.left(timer)
  if (!timer || left === null) return null
  const { figures, words, mood } = timing(left, timer.total, { paused: timer.state === 'paused' })
  return html`<b class=${`num stage__time${mood ? ` is-${mood}` : ''}`} role="timer" aria-label=${`${words}: ${figures}`}>${figures}</b>`
}

/** @param {Toimi.Room} room */
function deeds(room) {
  const whole = !!document.fullscreenElement
  const fill = () => void (whole ? document.exitFullscreen() : document.documentElement.requestFullscreen?.())
  const dark = look.value === 'dark' || (look.value === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  return [
    { words: whole ? t('Leave full screen') : t('Full screen'), icon: 'screen', onPick: fill },
    { words: dark ? t('Light') : t('Dark'), icon: dark ? 'sun' : 'moon', onPick: () => chooseLook(dark ? 'light' : 'dark') },
    { words: t('Leave the screen'), icon: 'leave', apart: true, onPick: () => leave(room) },
  ]
}

/** A wall opened from the console closes; any other goes to the reader's own page. @param {Toimi.Room} room */
function leave(room) {
  if (globalThis.opener) globalThis.close()
  else globalThis.location.assign(`/w/${room.boot.workshop}`)
}
