/** Briefing and break: nothing is asked, the room listens or rests. */
import { html } from '../../core/html.js'
import { t } from '../../core/words.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function QuietDesk({ host, step }) {
  if (step.kind === 'break') return html`<p class="muted">${t('The screen shows when it goes on. Start the timer when people get up.')}</p>`
  const text = host.room.spoken(step.options.text)
  return html`<div class="stack gap-3">
    <p class="muted">${step.options.picture ? t('People and screen see the strategy as one picture.') : t('The screen shows the task.')}</p>
    ${text.text && html`<div class="pane pane__pad words" lang=${text.lang}>${text.text.split(/\n+/).map((line, n) => html`<p key=${n} class=${n ? 'mt-3' : ''}>${line}</p>`)}</div>`}
  </div>`
}
