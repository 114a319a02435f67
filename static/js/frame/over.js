/** When the last step is closed: thanks, and where what came of the day is. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { steps } from './steps.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step | null }} props */
export function AllOver({ room, step }) {
  const over = step?.phase === 'closed' && steps(room).at(-1)?.id === step.id
  return html`<div role="status">
    ${over && html`<div class="moved moved--note"><p><${Icon} name="check" /> <b>${t('Thank you. The draft plan is in our hands.')}</b> ${t('What you wrote is on your own page, to keep.')}</p>
      <a class="btn btn--sm" href=${room.boot.urls.plan}>${t('Open the draft plan')}</a></div>`}
  </div>`
}
