/** The head of a step: its title, the task, who sees what is written here, and what was not sent in time. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { focusOf, taskOf, titleOf } from './steps.js'
import { Unsent } from './unsent.js'

/** What the step is to turn on, wherever its task is told. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Focus({ room, step }) {
  const focus = focusOf(room, step)
  return focus && html`<p class="task__focus"><b>${t('In focus')}</b> <span class="words" lang=${focus.lang}>${focus.text}</span></p>`
}

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step, children?: any }} props children stand at the end of the title's line
 */
export function Task({ room, step, children }) {
  const task = taskOf(room, step)
  const title = room.spoken(step.title)
  const asks = room.boot.kinds[step.kind]?.by !== 'room'
  return html`<div class="task">
    <div class="row row--apart"><h1 tabindex="-1" lang=${title.text ? title.lang : undefined}>${titleOf(room, step)}</h1>${children}</div>
    <p class="task__text" lang=${task.lang}>${task.text}</p>
    <${Focus} room=${room} step=${step} />
    ${asks && html`<p class="task__sees"><${Icon} name="eye" /> <span>${t(step.sees)}</span></p>`}
    <${Unsent} room=${room} step=${step} />
  </div>`
}
