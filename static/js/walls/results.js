/** What came of a step, by its board: one finding, one picture of it. */
import { faceOf } from '../boards/choices.js'
import { headline, statementRows, themeRows } from '../boards/levels.js'
import { ranked } from '../boards/ranking.js'
import { ladder } from '../boards/statement.js'
import { legend, named, stated } from '../boards/unofficial.js'
import { VoteResult, voteHeadline } from '../boards/vote-result.js'
import { cardsOf, titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { level, middle } from '../parts/figures.js'
import { SpreadChart } from '../parts/spread-chart.js'
import { WallHead } from './head.js'
import { CardsWall } from './cards.js'
import { ChoiceBars, Confidence, choiceHeadline, confidenceHeadline } from './counted.js'
import { ClustersWall } from './clusters.js'
import { DecisionsWall } from './decisions.js'
import { DraftWall } from './draft.js'
import { TaskWall } from './task.js'

/** The facilitator's own headline before the reckoned one. @param {Toimi.Room} room @param {string} reckoned */
function titled(room, reckoned) {
  const own = room.spoken(room.store.panel('now')?.headline)
  return own.text ? own : { text: reckoned, lang: room.language }
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function ResultsWall({ room, step }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result) return html`<${Reckoned} room=${room} step=${step} result=${result} />`
  const kind = room.boot.kinds[step.kind]
  const shown = kind.yields ? cardsOf(room, step.id, kind.yields).filter((card) => card.shown) : []
  if (kind.board === 'wall' && kind.clusters) return html`<${ClustersWall} room=${room} step=${step} title=${titled(room, tn('%(n)s idea', '%(n)s ideas', shown.length))} />`
  if (kind.board === 'review') return html`<${DraftWall} room=${room} />`
  if (room.store.all('decision:').some((each) => each.step === step.id)) return html`<${DecisionsWall} room=${room} step=${step} title=${titled(room, t('What we decided'))} />`
  if (shown.length) return html`<${CardsWall} room=${room} cards=${shown} title=${titled(room, kind.by === 'group' ? titleOf(room, step) : t('What we said'))} />`
  return html`<${TaskWall} room=${room} step=${step} />`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.Result }} props */
function Reckoned({ room, step, result }) {
  switch (result.kind) {
    case 'levels':
      return html`<${LevelsWall} room=${room} step=${step} result=${result} />`
    case 'choice':
      return html`<${Framed} room=${room} words=${choiceHeadline(result)} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)} over=${room.said(step.title) || room.said(step.task)}><${ChoiceBars} result=${result} /></${Framed}>`
    case 'confidence':
      return html`<${Framed} room=${room} words=${confidenceHeadline(result)} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)}><${Confidence} result=${result} /></${Framed}>`
    default:
      return html`<${VoteWall} room=${room} step=${step} result=${result} />`
  }
}

/** @param {{ room: Toimi.Room, words: string, sub?: any, over?: any, children?: any }} props */
function Framed({ room, words, sub, over, children }) {
  const title = titled(room, words)
  return html`<${WallHead} over=${over} title=${title.text} lang=${title.lang} sub=${sub} /><section class="stage__body">${children}</section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.LevelsResult }} props */
function LevelsWall({ room, step, result }) {
  if (ratedAgain(result).length) return html`<${AgainWall} room=${room} step=${step} result=${result} />`
  const dots = result.themes.some((each) => each.dots)
  const how = dots ? t('One dot is one person’s average for the theme.') : t('The bars count people.')
  const sub = `${titleOf(room, step)}, ${tn('%(n)s person', '%(n)s people', result.people)}. ${how} ${t('The band holds the middle half, the stroke is the median. Widest spread first.')} ${legend(room, room.boot.pack.themes.map(named))}`
  return html`<${Framed} room=${room} words=${headline(room, result)} sub=${sub}>
    <${SpreadChart} rows=${themeRows(room, result)} levels=${ladder(room)} caption=${t('How the room rated')} screen settle />
  </${Framed}>`
}

/** What was rated a second time and may be compared. @param {Toimi.LevelsResult} result */
const ratedAgain = (result) => result.statements.filter(({ earlier, median }) => earlier && median !== null)

/** After a second round: what was rated again, the first round beside it. @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.LevelsResult }} props */
function AgainWall({ room, step, result }) {
  const again = ratedAgain(result)
  const rows = statementRows(room, step, result)
    .filter(({ key }) => again.some(({ id }) => id === key))
    .map((row) => ({ ...row, more: html`<small>${t('First round %(median)s', { median: firstRound(row.result) })}</small>` }))
  const sub = `${titleOf(room, step)}, ${tn('%(n)s person', '%(n)s people', result.people)}. ${t('The ring is the first round’s median, the stroke this one’s. The band holds the middle half.')} ${legend(room, room.boot.pack.statements.map(stated))}`
  return html`<${Framed} room=${room} words=${closer(again)} sub=${sub}><${SpreadChart} rows=${rows} levels=${ladder(room)} caption=${t('How the room rated again')} screen settle /></${Framed}>`
}

/** @param {Toimi.Level} line */
const firstRound = ({ earlier }) => (earlier ? `${level(earlier.median)} (${middle(earlier.low, earlier.high)})` : '')

/** The finding of a second round: whether its middle halves are narrower. @param {Toimi.Level[]} again */
function closer(again) {
  const n = again.filter(({ low, high, earlier }) => earlier && Number(high) - Number(low) < earlier.high - earlier.low).length
  if (!n) return t('The second round did not bring us closer')
  return n === again.length ? t('The second round brought us closer') : t('The second round brought us closer on %(n)s of %(of)s', { n, of: again.length })
}

const MOST = 7

/** @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.DotsResult | Toimi.MatrixResult }} props */
function VoteWall({ room, step, result }) {
  const decided = room.store.all('decision:').filter((each) => each.step === step.id)
  if (decided.length) return html`<${DecisionsWall} room=${room} step=${step} title=${titled(room, t('What we decided'))} />`
  if (result.kind === 'dots') return html`<${Framed} room=${room} words=${voteHeadline(room, result)} sub=${t('%(given)s of %(of)s dots were given.', { given: result.given, of: result.of })}><${VoteResult} room=${room} step=${step} screen most=${MOST} /></${Framed}>`
  const first = room.store.panel(`card:${ranked(result)[0]}`)
  return html`<${Framed} room=${room} words=${first ? t('Begin here: %(name)s', { name: faceOf(room, first) }) : t('Importance and feasibility')} sub=${t('Means of what each person said.')}><${VoteResult} room=${room} step=${step} screen /></${Framed}>`
}
