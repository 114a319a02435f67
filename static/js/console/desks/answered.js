/** How many have answered, as a bar and in words; never who. */
import { html } from '../../core/html.js'
import { t } from '../../core/words.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Answered({ room, step }) {
  const answered = room.store.panel(`answered:${step.id}`)
  if (!answered?.of || step.phase !== 'open') return null
  return html`<div class="answered">
    <p class="num"><b class="text-xl">${answered.given}</b> <span class="muted">${t('of %(n)s have answered', { n: answered.of })}</span></p>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="4" /><rect class="fill" width=${(answered.given / answered.of) * 100} height="4" /></svg>
  </div>`
}
