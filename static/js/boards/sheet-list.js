/** The sheets of a group as one numbered list, to be read: each with its fields in words. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Status } from '../parts/marks.js'
import { answersOf } from './answers.js'
import { nameOf } from './opening.js'
import { legend, stated } from './unofficial.js'

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: Toimi.Card[] }} props */
export function SheetList({ room, kind, cards }) {
  const meaning = kind.fields.some(({ type }) => type === 'Objective') && legend(room, room.boot.pack.objectives.map(stated))
  return html`<ol class="stack gap-4" aria-label=${t(kind.title)}>
      ${cards.map((card, at) => html`<${Sheet} key=${card.id} room=${room} kind=${kind} card=${card} nth=${at + 1} />`)}
    </ol>
    ${meaning && html`<p class="xs faint">${meaning}</p>`}`
}

/** @param {{ room: Toimi.Room, kind: Toimi.Kind, card: Toimi.Card, nth: number }} props */
function Sheet({ room, kind, card, nth }) {
  const answers = answersOf(room, kind, card)
  return html`<li class="pane pane__pad stack gap-3">
    <div class="row row--apart"><h3>${nameOf(kind).numbered(nth)}</h3>${card.ready && html`<${Status} kind="ok">${t('ready')}</${Status}>`}</div>
    ${answers.length > 0
      ? html`<dl class="stack gap-3">${answers.map(({ key, label, text, lang }) => html`<div key=${key}><dt class="xs muted">${label}</dt><dd class="words" lang=${lang}>${text}</dd></div>`)}</dl>`
      : html`<p class="sm muted">${t('Without words yet')}</p>`}
  </li>`
}
