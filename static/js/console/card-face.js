/** A card to be read, not written: a goal on its span, anything else as its fields; with the hints its group sees. */
import { faceOf, optionsFor } from '../boards/choices.js'
import { html } from '../core/html.js'
import { day, number, t, tn } from '../core/words.js'
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
  const rest = fieldsOf(room, card).filter(([field]) => card.kind !== 'goal' || !['from', 'to'].includes(field.key))
  return html`${card.kind === 'goal' ? html`<${GoalParts} from=${room.said(/** @type {any} */ (card.answers.from ?? ''))} to=${to.text} lang=${to.lang} large=${large} />` : html`<p class="words lg" lang=${card.language}>${faceOf(room, card)}</p>`}
    ${rest.length > 0 && html`<dl class="fieldlist sm">${rest.map(([field, words]) => html`<div key=${field.key}><dt class="xs muted">${t(field.label)}</dt><dd>${words}</dd></div>`)}</dl>`}`
}

/** Fields that say something, besides the one that names the card. @param {Toimi.Room} room @param {Toimi.Card} card @returns {[Toimi.Field, string][]} */
function fieldsOf(room, card) {
  const kind = Object.values(room.boot.kinds).find((each) => each.yields === card.kind)
  const face = ['name', 'to', 'text', 'what'].find((key) => card.answers[key] !== undefined)
  const said = (kind?.fields ?? []).filter((field) => card.kind === 'goal' || field.key !== face).map((field) => /** @type {[Toimi.Field, string]} */ ([field, answerOf(room, field, card.answers[field.key])]))
  return said.filter(([, words]) => words)
}

/** @param {Toimi.Room} room @param {Toimi.Field} field @param {any} value */
function answerOf(room, field, value) {
  if (value === null || value === undefined || value === '') return ''
  if (field.type === 'Day') return day(value)
  if (typeof value === 'number') return number(value)
  const options = optionsFor(room, field)
  if (!options) return room.said(value)
  return [value].flat().map((each) => options.find((option) => option.value === each)?.words ?? '').filter(Boolean).join(', ')
}
