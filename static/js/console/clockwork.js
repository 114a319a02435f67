/** The timer: begun with the step's minutes, held, longer, shorter. It never closes anything. */
import { useComputed } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { Key } from '../parts/marks.js'
import { Timer } from '../parts/timer.js'
import { currentStep } from './host.js'
import { actOf } from './next.js'

const MINUTE = 60

/** @param {{ host: import('./host.js').Host }} props */
export function Clockwork({ host }) {
  const { room, ask } = host
  const timer = room.store.panel('timer')
  const runs = !!timer && timer.state !== 'none'
  if (!runs && isOver(room)) return null
  const more = (/** @type {number} */ minutes, /** @type {string} */ words) =>
    html`<button type="button" class="btn btn--sm" disabled=${!runs} onClick=${() => ask('AddTime', { seconds: minutes * MINUTE })}>${words}<span class="sr"> ${t('min')}</span></button>`
  return html`<div class="clockwork" role="group" aria-label=${t('Timer')}>
    ${runs ? html`<${Timer} timer=${timer} clock=${room.clock} host size="xl" />` : html`<${Unset} host=${host} />`}
    <div class="row gap-2">
      ${more(-1, '−1')}<${Pause} host=${host} timer=${timer} />${more(1, '+1')}${more(5, '+5')}
    </div>
    ${runs && html`<button type="button" class="linklike sm" onClick=${() => ask('StopTimer', {})}>${t('Take the timer away')}</button>`}
  </div>`
}

/** @param {{ host: import('./host.js').Host, timer: Toimi.Timer | null }} props */
function Pause({ host, timer }) {
  const paused = timer?.state === 'paused'
  const none = !timer || timer.state === 'none'
  const [icon, words] = none ? ['play', t('Begin')] : paused ? ['play', t('Go on')] : ['pause', t('Pause')]
  return html`<button type="button" class="btn btn--sm" onClick=${() => pauseOrGo(host)}><${Icon} name=${icon} /> ${words} <${Key}>P</${Key}></button>`
}

/** After the last step there is nothing left to time. @param {Toimi.Room} room */
const isOver = (room) => !!currentStep(room) && actOf(room).act === 'over'

/** Start, pause, go on: what P does. @param {import('./host.js').Host} host */
export function pauseOrGo(host) {
  const timer = host.room.store.panel('timer')
  if (timer?.state === 'running') return host.ask('PauseTimer', {})
  if (timer?.state === 'paused') return host.ask('ResumeTimer', {})
  if (isOver(host.room)) return undefined
  return host.ask('StartTimer', { seconds: Math.max(1, currentStep(host.room)?.minutes ?? 10) * MINUTE })
}

/** Before it is begun: the step's minutes, and how long the step has been open. @param {{ host: import('./host.js').Host }} props */
function Unset({ host }) {
  const { room } = host
  const step = currentStep(room)
  const since = useComputed(() => (step?.opened_at ? Math.max(0, Math.floor((room.clock.second.value - Date.parse(step.opened_at)) / 60_000)) : null))
  return html`<div class="timer timer--xl">
    <svg class="timer__ring" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle class="bg" cx="24" cy="24" r="21" /></svg>
    <span class="timer__text"><span class="timer__num">${step ? step.minutes : '–'}</span><span class="timer__lab">${step ? t('min planned') : t('no step yet')}</span>
    ${step && since.value !== null && since.value < 720 && html`<span class="timer__lab">${t('open for %(n)s min', { n: since.value })}</span>`}</span>
  </div>`
}
