/** A break: when we go on, nothing to do. */
import { html } from '../core/html.js'
import { t, timeOfDay } from '../core/words.js'
import { Task } from '../frame/task.js'
import { Icon } from '../parts/icon.js'
import { Timer } from '../parts/timer.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Break({ room, step }) {
  const timer = room.store.panel('timer')
  const until = timer?.ends_at ?? (step.opened_at && Date.parse(step.opened_at) + step.minutes * 60_000)
  return html`<div class="wrap stack gap-5 break">
    <${Icon} name="coffee" cls="break__sign" />
    <${Task} room=${room} step=${step} />
    ${until && timer?.state !== 'paused' && html`<p class="lg">${t('We go on at %(time)s.', { time: timeOfDay(until) })}</p>`}
    <${Timer} timer=${timer} clock=${room.clock} size="xl" />
  </div>`
}
