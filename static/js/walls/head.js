/** The sentence on top of the wall. */
import { html } from '../core/html.js'

const LONG = 64

/** @param {{ title: string, sub?: any, lang?: string, over?: any }} props `over` stands above in small */
export function WallHead({ title, sub, lang, over }) {
  return html`<header class="stage__head">${over && html`<div class="stage__over">${over}</div>`}<h1 lang=${lang} data-long=${title.length > LONG ? '' : undefined}>${title}</h1>${sub && html`<div class="stage__sub">${sub}</div>`}</header>`
}
