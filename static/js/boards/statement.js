/** One statement with its ladder, and the long form where the step asks for it. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Scale } from '../parts/scale.js'
import { Unofficial } from './unofficial.js'

/** @param {Toimi.Mark | undefined} mark */
export const answered = (mark) => !!mark && (mark.level !== null || mark.none !== null)

/** The pack's ladder as the scale wants it. @param {Toimi.Room} room */
export const ladder = (room) => room.boot.pack.scale.levels.map((each) => ({ level: each.value, name: room.said(each.name) }))

/** The latest this person gave, whether the server has it yet or not. @param {Toimi.Room} room @param {string} step @param {string} statement */
function latest(room, step, statement) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'GiveMark' && body.step === step && body.statement === statement).at(-1)
  return sent ? sent.body : (mine(room, step).marks[statement] ?? { level: null, none: null, importance: null, certainty: null, target: null })
}

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step, statement: Toimi.Pack['statements'][number], number: number, of: number }} props
 */
export function Statement({ room, step, statement, number, of }) {
  const mark = latest(room, step.id, statement.id)
  const text = room.spoken(statement.text)
  const give = (/** @type {Partial<Toimi.Mark>} */ change) => room.ask('GiveMark', { ...mark, ...change, step: step.id, statement: statement.id })
  const id = `statement-${statement.id}`
  return html`<li class=${answered(mark) ? 'pane pane__pad statement is-done' : 'pane pane__pad statement'} aria-labelledby=${id}>
    <div>
      <p class="xs faint num">${statement.objective}, ${t('%(n)s of %(of)s', { n: number, of })}</p>
      <h3 class="statement__q mt-2" id=${id} lang=${text.lang}>${text.text} <${Unofficial} room=${room} marked=${statement} /></h3>
    </div>
    <${Scale} legend=${t('Level, from 1 to 5')} levels=${ladder(room)} level=${mark.level} none=${mark.none} onLevel=${(/** @type {number} */ level) => give({ level, none: null })} onNone=${(/** @type {Toimi.Mark['none']} */ none) => give({ none, level: null })} />
    <${Long} step=${step} mark=${mark} give=${give} />
  </li>`
}

const LONG = /** @type {const} */ ([
  ['importance', () => t('How important is it for us')],
  ['certainty', () => t('How certain are you')],
  ['target', () => t('Where should we be')],
])

/** @param {{ step: Toimi.Step, mark: any, give: (change: any) => void }} props */
function Long({ step, mark, give }) {
  const asked = LONG.filter(([key]) => step.options[key])
  const levels = [1, 2, 3, 4, 5].map((level) => ({ level, name: String(level) }))
  return asked.map(
    ([key, label]) => html`<div key=${key} class="statement__long"><p class="field__label" aria-hidden="true">${label()}</p>
      <${Scale} legend=${label()} levels=${levels} level=${mark[key]} onLevel=${(/** @type {number} */ level) => give({ [key]: level })} quiet /></div>`,
  )
}
