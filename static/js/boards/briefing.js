/** Why we are here: the facilitator's own text, and the strategy as one picture. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Task } from '../frame/task.js'
import { StrategyPicture } from './strategy-picture.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Briefing({ room, step }) {
  const text = room.spoken(step.options.text)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${text.text && html`<div class="briefing__text" lang=${text.lang}>${paragraphs(text.text)}</div>`}
    ${step.options.picture && html`<section aria-labelledby="strategy"><h2 id="strategy">${t('The strategy in one picture')}</h2><${StrategyPicture} room=${room} /></section>`}
  </div>`
}

/** @param {string} text */
const paragraphs = (text) => text.split(/\n+/).map((line, n) => html`<p key=${n}>${line}</p>`)
