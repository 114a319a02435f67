/** A card to be read, not written: a goal on its span, anything else as its fields; with the hints its group sees. */
import { answersOf } from '../boards/answers.js'
import { faceOf } from '../boards/choices.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { GoalParts } from '../parts/goal.js'
import { GroupMark, Status } from '../parts/marks.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, aside?: any, large?: boolean }} props */
export function CardFace({ room, card, aside, large = false }) {
  const letter = card.group ? (room.store.panel(`group:${card.group}`)?.letter ?? '') : ''
  const hints = room.store.panel(`findings:${card.id}`)?.findings.length ?? 0
  return html`<article class="card cardface">
    <div class="row row--apart">
      <span class="signed sm">${letter && html`<${GroupMark} letter=${letter} small />`}${card.ready && html`<${Status} kind="ok">${t('ready')}</${Status}>`}${hints > 0 && html`<span class="signed xs muted"><${Icon} name="hint" />${tn('%(n)s hint', '%(n)s hints', hints)}</span>`}</span>${aside}
    </div>
    <${Words} room=${room} card=${card} large=${large} />
  </article>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, large: boolean }} props */
function Words({ room, card, large }) {
  const to = room.spoken(/** @type {any} */ (card.answers.to ?? ''))
  const rest = besidesFace(room, card)
  return html`${card.kind === 'goal' ? html`<${GoalParts} from=${room.said(/** @type {any} */ (card.answers.from ?? ''))} to=${to.text} lang=${to.lang} large=${large} />` : html`<p class="words lg" lang=${card.language}>${faceOf(room, card)}</p>`}
    ${rest.length > 0 && html`<dl class="fieldlist sm">${rest.map(({ key, label, text, lang }) => html`<div key=${key}><dt class="xs muted">${label}</dt><dd lang=${lang}>${text}</dd></div>`)}</dl>`}`
}

/** Fields that say something, besides those that name the card. @param {Toimi.Room} room @param {Toimi.Card} card */
function besidesFace(room, card) {
  const kind = Object.values(room.boot.kinds).find((each) => each.yields === card.kind)
  const face = card.kind === 'goal' ? ['from', 'to'] : ['name', 'to', 'text', 'what'].filter((key) => card.answers[key] !== undefined).slice(0, 1)
  return kind ? answersOf(room, kind, card).filter(({ key }) => !face.includes(key)) : []
}
