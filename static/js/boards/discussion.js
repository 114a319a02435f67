/** Talk it over: notes from anybody, decisions as they fall. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Decisions } from './decisions.js'
import { Plain } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Discussion({ room, step, news }) {
  return html`<${Plain} room=${room} step=${step} news=${news} words=${t('Add the note')}><${Decisions} room=${room} step=${step} /></${Plain}>`
}
