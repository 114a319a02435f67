/** What the vote said: dots as bars with their ties, or the matrix; with the table beside it. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { BarChart } from '../parts/bar-chart.js'
import { Table } from '../parts/chart-frame.js'
import { ScatterChart } from '../parts/scatter-chart.js'
import { faceOf, spokenFace } from './choices.js'
import { ranked } from './ranking.js'

/**
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Step} props.step
 * @param {boolean} [props.screen]
 * @param {number} [props.most] bars at most
 * @param {number} [props.line] drawn after so many
 */
export function VoteResult({ room, step, screen = false, most = 99, line }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind === 'dots') return html`<${DotBars} room=${room} step=${step} result=${result} screen=${screen} most=${most} line=${line} />`
  if (result?.kind === 'matrix') return html`<${Matrix} room=${room} result=${result} screen=${screen} line=${line} />`
  return null
}

/** @param {Toimi.Room} room @param {string} id */
function named(room, id) {
  const card = room.store.panel(`card:${id}`)
  return card ? faceOf(room, card) : t('A card that was taken away')
}

/** @param {Toimi.Room} room @param {string} id */
function langOf(room, id) {
  const card = room.store.panel(`card:${id}`)
  return card ? spokenFace(room, card).lang : undefined
}

/** Whose dots they were, where that is shown. @param {{ room: Toimi.Room, result: Toimi.DotsResult }} props */
function Shares({ room, result }) {
  const names = [...new Set(result.cards.flatMap(({ organisations }) => (organisations ?? []).map(({ name }) => name)))].toSorted()
  if (!names.length) return null
  const caption = t('Dots by organisation')
  const dotsOf = (/** @type {Toimi.DotsResult['cards'][number]} */ { organisations }, /** @type {string} */ name) => organisations?.find((each) => each.name === name)?.dots ?? '–'
  const table = { caption, head: [t('Subject'), ...names], rows: result.cards.filter(({ dots }) => dots > 0).map((each) => [named(room, each.card), ...names.map((name) => dotsOf(each, name))]) }
  return html`<details class="byparts"><summary>${caption}</summary>
    <p class="sm muted mt-3">${t('An organisation is shown where at least five of it voted, and where nobody’s own vote could be worked out.')}</p>
    <div class="scroll-x mt-3" tabindex="0" role="region" aria-label=${caption}><${Table} table=${table} /></div></details>`
}

/** The finding in words. @param {Toimi.Room} room @param {Toimi.DotsResult} result */
export function voteHeadline(room, result) {
  const first = result.cards.filter((each) => each.rank === 1 && each.dots > 0)
  if (!first.length) return t('Nobody gave a dot')
  if (first.length > 1) return tn('%(n)s card leads', '%(n)s cards share the lead', first.length)
  return t('Most dots: %(name)s', { name: named(room, first[0].card) })
}

/** The cards that a decision of this step took further; null before there is one. @param {Toimi.Room} room @param {Toimi.Step} step */
function takenFurther(room, step) {
  const cards = room.store.all('decision:').filter((each) => each.step === step.id).flatMap((each) => each.cards)
  return cards.length ? new Set(cards) : null
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.DotsResult, screen: boolean, most: number, line?: number }} props */
function DotBars({ room, step, result, screen, most, line }) {
  const further = takenFurther(room, step)
  const bars = result.cards.slice(0, most).map((each, at) => ({
    key: each.card,
    label: named(room, each.card),
    lang: langOf(room, each.card),
    value: each.dots,
    rank: each.dots > 0 ? each.rank : undefined,
    tied: each.tied && each.dots > 0,
    above: line === undefined ? further?.has(each.card) : at < line,
  }))
  const told = screen ? {} : { title: voteHeadline(room, result), sub: t('%(given)s of %(of)s dots were given.', { given: result.given, of: result.of }) }
  return html`<${BarChart} ...${told} bars=${bars} caption=${t('Dots')} unit=${t('Dots')} screen=${screen} words />${!screen && html`<${Shares} room=${room} result=${result} />`}`
}

/** @param {{ room: Toimi.Room, result: Toimi.MatrixResult, screen: boolean, line?: number }} props */
function Matrix({ room, result, screen, line }) {
  const order = ranked(result)
  const points = order.map((id, at) => {
    const each = result.cards.find((card) => card.card === id)
    return { key: id, label: named(room, id), lang: langOf(room, id), number: at + 1, x: each?.feasibility ?? 0, y: each?.importance ?? 0, muted: line !== undefined && at >= line }
  })
  const axis = (/** @type {string} */ title) => ({ title, low: t('low'), high: t('high'), from: 1, to: 5 })
  const told = screen ? {} : { title: t('Importance and feasibility'), sub: t('The middle of what each person said.') }
  return html`<${ScatterChart} ...${told} points=${points} across=${axis(t('Feasibility'))} up=${axis(t('Importance'))} caption=${t('Importance and feasibility')} best=${t('Begin here')} screen=${screen} />`
}
