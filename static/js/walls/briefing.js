/** Why we are here: the strategy as one picture, large. */
import { StrategyPicture } from '../boards/strategy-picture.js'
import { taskOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function Briefing({ room, step }) {
  const task = taskOf(room, step)
  return html`<${WallHead} title=${task.text} lang=${task.lang} /><section class="stage__body stage__picture"><${StrategyPicture} room=${room} /></section>`
}
