/** The fields of a group's sheet: texts saved while they are written, choices at once; what belongs to later is folded. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { onItsWay } from '../frame/pending.js'
import { writable } from '../frame/steps.js'
import { GoalFields } from '../parts/goal.js'
import { CardField } from './card-field.js'
import { Kept } from './kept-wordings.js'
import { Languages } from './parallel.js'
import { TakeAway } from './take-away.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, card: Toimi.Card, news: any }} props */
export function SheetFields({ room, step, kind, card, news }) {
  const may = writable(room, step)
  const field = (/** @type {Toimi.Field} */ each) => html`<div key=${each.key} class=${`f-${width(each)}`}><${CardField} room=${room} step=${step} kind=${kind} card=${card} field=${each} disabled=${!may} /></div>`
  const span = kind.fields.filter((each) => ['from', 'to'].includes(each.key))
  const rest = kind.fields.filter((each) => !span.includes(each))
  const later = rest.filter((each) => !each.live)
  return html`<div class="pane goalbox stack gap-5">
    ${card.kept.length > 0 && html`<${Kept} room=${room} card=${card} kind=${kind} />`}
    ${span.length === 2 && html`<${GoalFields} from=${field(span[0])} to=${field(span[1])} />`}
    <div class="sheet-grid">${rest.filter((each) => each.live).map(field)}</div>
    ${later.length > 0 && html`<details class="later"><summary>${t('For afterwards: %(n)s more fields', { n: later.length })}</summary><div class="sheet-grid mt-4">${later.map(field)}</div></details>`}
    <div class="sheet-foot row row--apart">
      <${Languages} room=${room} card=${card} kind=${kind} />
      ${may && html`<div class="row"><${TakeAway} room=${room} card=${card} news=${news} /><${CardReady} room=${room} card=${card} /></div>`}
    </div>
  </div>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card }} props */
function CardReady({ room, card }) {
  const ready = onItsWay(room, 'MarkCardReady', { card: card.id })?.ready ?? card.ready
  return html`<button type="button" class=${ready ? 'btn' : 'btn btn--primary'} onClick=${() => room.ask('MarkCardReady', { card: card.id, ready: !ready })}>${ready ? t('Back into work') : t('Mark as ready')}</button>`
}

const SHORT = 60
const LISTS = ['Objective', 'Card', 'Library', 'Interim']

/** How much of the sheet's line a field takes. @param {Toimi.Field} field */
const width = (field) => (LISTS.includes(field.type) || (field.type === 'Text' && field.limit > SHORT) ? 'whole' : 'half')
