/** A break: when we go on, nothing to do. */
import { html } from '../core/html.js'
import { Task } from '../frame/task.js'
import { Icon } from '../parts/icon.js'
import { Timer } from '../parts/timer.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Break({ room, step }) {
  return html`<div class="wrap stack gap-6 break">
    <${Icon} name="coffee" cls="break__sign" />
    <${Task} room=${room} step=${step} />
    <${Timer} timer=${room.store.panel('timer')} clock=${room.clock} size="xl" />
  </div>`
}
