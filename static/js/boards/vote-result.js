/** What the vote said: dots as bars with their ties, or the matrix; with the table beside it. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { BarChart } from '../parts/bar-chart.js'
import { ScatterChart } from '../parts/scatter-chart.js'
import { faceOf } from './choices.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, screen?: boolean, most?: number }} props `most` bars at most */
export function VoteResult({ room, step, screen = false, most = 99 }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind === 'dots') return html`<${DotBars} room=${room} result=${result} screen=${screen} most=${most} />`
  if (result?.kind === 'matrix') return html`<${Matrix} room=${room} result=${result} screen=${screen} />`
  return null
}

/** @param {Toimi.Room} room @param {string} id */
function named(room, id) {
  const card = room.store.panel(`card:${id}`)
  return card ? faceOf(room, card) : t('A card that was taken away')
}

/** The finding in words. @param {Toimi.Room} room @param {Toimi.DotsResult} result */
export function voteHeadline(room, result) {
  const first = result.cards.filter((each) => each.rank === 1 && each.dots > 0)
  if (!first.length) return t('Nobody gave a dot')
  if (first.length > 1) return tn('%(n)s card leads', '%(n)s cards share the lead', first.length)
  return t('Most dots: %(name)s', { name: named(room, first[0].card) })
}

/** @param {{ room: Toimi.Room, result: Toimi.DotsResult, screen: boolean, most: number }} props */
function DotBars({ room, result, screen, most }) {
  const bars = result.cards.slice(0, most).map((each) => ({
    key: each.card,
    label: named(room, each.card),
    value: each.dots,
    note: each.tied && each.dots > 0 ? t('tied') : undefined,
  }))
  return html`<${BarChart} bars=${bars} title=${voteHeadline(room, result)} sub=${t('%(given)s of %(of)s dots were given.', { given: result.given, of: result.of })} caption=${t('Dots')} unit=${t('Dots')} screen=${screen} words />`
}

/** @param {{ room: Toimi.Room, result: Toimi.MatrixResult, screen: boolean }} props */
function Matrix({ room, result, screen }) {
  const points = result.cards
    .filter((each) => each.n > 0)
    .map((each, at) => ({ key: each.card, label: named(room, each.card), mark: String(at + 1), x: each.feasibility, y: each.importance, n: each.n }))
  return html`<${ScatterChart} points=${points} across=${{ label: t('Feasibility'), from: 1, to: 5 }} up=${{ label: t('Importance'), from: 1, to: 5 }} title=${t('Importance and feasibility')} caption=${t('Means of what each person said')} best=${t('Begin here')} screen=${screen} />`
}
