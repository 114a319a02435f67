/** The room's levels as shown: headline, spread by theme, the statements with disagreement first, examples, what was agreed. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { number, t, tn } from '../core/words.js'
import { cardsOf, titleOf } from '../frame/steps.js'
import { Unsent } from '../frame/unsent.js'
import { Note } from '../parts/card.js'
import { Seg } from '../parts/seg.js'
import { Span } from '../parts/marks.js'
import { SpreadChart } from '../parts/spread-chart.js'
import { Agreed } from './agreed.js'
import { ByPart } from './by-part.js'
import { spokenFace } from './choices.js'
import { LevelPicks, picked } from './level-picks.js'
import { ladder } from './statement.js'
import { Official, legend, named, official, stated } from './unofficial.js'

/**
 * @param {{ room: Toimi.Room, step: Toimi.Step, result: any, below?: boolean }} props `below` something that is asked now
 */
export function Levels({ room, step, result, below = false }) {
  const by = useSignal('themes')
  const rows = by.value === 'themes' ? themeRows(room, result) : statementRows(room, step, result)
  const views = [{ value: 'themes', words: t('Themes') }, { value: 'statements', words: t('Statements') }, ...(picked(result) ? [{ value: 'picks', words: t('Level and picks') }] : [])]
  const title = below ? html`<h2 id="levels">${t('What the room said before')}</h2>` : html`<div><p class="sm muted">${titleOf(room, step)}</p><h1 id="levels" tabindex="-1">${headline(room, result)}</h1></div>`
  return html`<section class="stack gap-5" aria-labelledby="levels">
    <div class="row row--apart levels__head">
      ${title}
      <${Seg} label=${t('Show by')} options=${views} value=${by.value} onPick=${(/** @type {string} */ value) => (by.value = value)} />
    </div>
    ${by.value === 'picks' ? html`<${LevelPicks} room=${room} result=${result} />` : html`<${SpreadChart} rows=${rows} levels=${ladder(room)} sub=${`${told(result)} ${legend(room, by.value === 'themes' ? room.boot.pack.themes.map(named) : room.boot.pack.statements.map(stated))}`} caption=${t('How the room rated')} settle /><${ByPart} room=${room} rows=${rows} />`}
    <${Agreed} room=${room} step=${step} result=${result} />
    ${!below && html`<${Unsent} room=${room} step=${step} />`}
    <${Examples} room=${room} step=${step} />
  </section>`
}

/** The result as a finding, in the room's words. @param {Toimi.Room} room @param {Toimi.LevelsResult} result */
export function headline(room, result) {
  return result.headlines.map((each) => worded(room, each)).join(' ') || t('How we rated')
}

/** A message about a theme or statement, with its name in the reader's language. @param {Toimi.Room} room @param {Toimi.Message} message */
function worded(room, message) {
  const args = Object.fromEntries(Object.entries(message.arguments ?? {}).map(([key, value]) => [key, nameOf(room, value)]))
  return room.t(message.id, args)
}

/** @param {Toimi.Room} room @param {unknown} value */
function nameOf(room, value) {
  const theme = room.boot.pack.themes.find((each) => each.id === value)
  const statement = room.boot.pack.statements.find((each) => each.id === value)
  return theme ? official(room, named(theme)) : statement ? official(room, stated(statement)) : value
}

/** @param {Toimi.LevelsResult} result */
const told = (result) => tn('%(n)s person answered.', '%(n)s people answered.', result.people) + ' ' + t('The band holds the middle half, the stroke is the median. Widest spread first.')

/** What a row is called: in letters, and with its mark. @param {Toimi.Room} room @param {import('./unofficial.js').Worded} of */
const rowNamed = (room, of) => ({ label: official(room, of), face: html`<${Official} room=${room} of=${of} />` })

/** @param {Toimi.Room} room @param {Toimi.LevelsResult} result */
export function themeRows(room, result) {
  const themes = Object.fromEntries(room.boot.pack.themes.map((theme) => [theme.id, theme]))
  const rows = result.theme_order.map((id) => result.themes.find((each) => each.id === id)).filter((each) => each !== undefined)
  return rows.map((each) => ({ key: each.id, theme: Number(each.id), ...rowNamed(room, named(themes[each.id])), result: each }))
}

/** @param {Toimi.Room} room @param {Toimi.Step} step @param {Toimi.LevelsResult} result */
export function statementRows(room, step, result) {
  const texts = Object.fromEntries(room.boot.pack.statements.map((each) => [each.id, each]))
  const agreed = room.store.panel(`agreed:${step.id}`) ?? {}
  const rows = result.order.map((id) => result.statements.find((each) => each.id === id)).filter((each) => each !== undefined)
  return rows.map((each) => ({
    key: each.id,
    theme: Number(texts[each.id]?.theme),
    ...rowNamed(room, stated(texts[each.id])),
    result: each,
    more: html`<${More} line=${each} agreed=${agreed[each.id]} long=${result.long?.[each.id]} />`,
  }))
}

/** @type {[key: 'importance' | 'certainty' | 'target', words: () => string][]} */
const LONG = [
  ['importance', () => t('importance')],
  ['certainty', () => t('certainty')],
  ['target', () => t('wanted level')],
]

/** What stands below a statement's figures: the long form, the first round, the picks, what was agreed. @param {{ line: any, agreed?: any, long?: any }} props */
function More({ line, agreed, long }) {
  const told = LONG.filter(([key]) => typeof long?.[key] === 'number').map(([key, words]) => `${words()} ${number(long[key])}`)
  return html`${told.length > 0 && html`<small>${told.join(', ')}</small>`}
    ${line.earlier && html`<small>${t('First round %(median)s', { median: line.earlier.median })}</small>`}
    ${line.picks > 0 && html`<small>${tn('chosen by %(n)s', 'chosen by %(n)s', line.picks)}</small>`}
    ${agreed && html`<span class="agreed">${t('Agreed')} ${agreed.target ? html`<${Span} from=${agreed.level} to=${agreed.target} between=${t('to')} />` : agreed.level}</span>`}`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Examples({ room, step }) {
  const shown = cardsOf(room, step.id, 'evidence').filter((card) => card.shown)
  const texts = Object.fromEntries(room.boot.pack.statements.map((each) => [each.id, each]))
  if (!shown.length) return null
  return html`<section class="stack gap-3" aria-labelledby="examples"><h2 id="examples">${t('Examples and evidence')}</h2>
    <ol class="ideas-grid">${shown.map((card, at) => html`<${Note} key=${card.id} as="li" nth=${at + 1} lang=${spokenFace(room, card).lang} foot=${html`<${Official} room=${room} of=${stated(texts[String(card.answers.statement)])} />`}>${spokenFace(room, card).text}</${Note}>`)}</ol></section>`
}
