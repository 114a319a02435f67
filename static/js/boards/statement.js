/** One statement with its ladder, the long form where the step asks for it, and what shows it. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { NO_MARK, mine } from '../frame/steps.js'
import { Scale } from '../parts/scale.js'
import { Evidence } from './evidence.js'
import { Official, stated } from './unofficial.js'

/** @param {Toimi.Mark | undefined} mark */
export const answered = (mark) => !!mark && (mark.level !== null || mark.none !== null)

/** The pack's ladder as the scale wants it. @param {Toimi.Room} room */
export const ladder = (room) => room.boot.pack.scale.levels.map((each) => ({ level: each.value, name: room.said(each.name) }))

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step, statement: Toimi.Pack['statements'][number], number: number, of: number, news: any }} props
 */
export function Statement({ room, step, statement, number, of, news }) {
  const mark = mine(room, step.id).marks[statement.id] ?? NO_MARK
  const give = (/** @type {Partial<Toimi.Mark>} */ change) => room.ask('GiveMark', { ...answers(step, mark), ...change, step: step.id, statement: statement.id })
  const id = `statement-${statement.id}`
  return html`<li class=${answered(mark) ? 'pane pane__pad statement is-done' : 'pane pane__pad statement'} aria-labelledby=${id}>
    <div>
      <p class="xs faint num">${statement.objective}, ${t('%(n)s of %(of)s', { n: number, of })}</p>
      <h3 class="statement__q mt-2" id=${id}><${Official} room=${room} of=${stated(statement)} /></h3>
    </div>
    <${Scale} legend=${t('Level, from 1 to 5')} levels=${ladder(room)} level=${mark.level} none=${mark.none} onLevel=${(/** @type {number} */ level) => give({ level, none: null })} onNone=${(/** @type {Toimi.Mark['none']} */ none) => give({ none, level: null })} />
    <${Long} step=${step} mark=${mark} give=${give} />
    ${step.options.evidence && !step.again.length && html`<${Evidence} room=${room} step=${step} statement=${statement} rated=${answered(mark)} news=${news} />`}
  </li>`
}

const LONG = /** @type {const} */ ([
  ['importance', () => t('How important is it for us?')],
  ['certainty', () => t('How certain are you?')],
  ['target', () => t('Where should we be?')],
])

/** What the step asks for beside the level; the rest is not sent. @param {Toimi.Step} step @param {Toimi.Mark} mark */
function answers(step, mark) {
  const asked = LONG.filter(([key]) => step.options[key]).map(([key]) => [key, mark[key]])
  return { level: mark.level, none: mark.none, ...Object.fromEntries(asked) }
}

/** @param {{ step: Toimi.Step, mark: Toimi.Mark, give: (change: any) => void }} props */
function Long({ step, mark, give }) {
  const asked = LONG.filter(([key]) => step.options[key])
  if (!asked.length) return null
  const levels = [1, 2, 3, 4, 5].map((level) => ({ level, name: String(level) }))
  return html`<div class="statement__long">
    ${asked.map(
      ([key, label]) => html`<div key=${key} class="short-scale"><p class="field__label" aria-hidden="true">${label()}</p>
        <${Scale} legend=${label()} levels=${levels} level=${mark[key]} onLevel=${(/** @type {number} */ level) => give({ [key]: level })} quiet /></div>`,
    )}
  </div>`
}
