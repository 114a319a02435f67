/** The head of a step: its title, the task, and who sees what is written here. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { taskOf, titleOf } from './steps.js'

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step, children?: any }} props children stand at the end of the title's line
 */
export function Task({ room, step, children }) {
  const task = taskOf(room, step)
  return html`<div class="task">
    <div class="row row--apart"><h1 tabindex="-1">${titleOf(room, step)}</h1>${children}</div>
    <p class="task__text muted" lang=${task.lang}>${task.text}</p>
    <p class="task__sees xs faint"><${Icon} name="eye" /> ${t(step.sees)}</p>
  </div>`
}
