/** What was counted, on the wall: choices most first, and how sure the room is. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { BarChart } from '../parts/bar-chart.js'
import { level } from '../parts/figures.js'

/** The finding: what most chose, or that several share the lead. @param {Toimi.ChoiceResult} result */
export function choiceHeadline(result) {
  const most = Math.max(0, ...result.choices.map((each) => each.n))
  const first = result.choices.filter((each) => each.n === most && most > 0)
  if (!first.length) return t('Nobody chose yet')
  return first.length === 1 ? t('Chosen most: %(choice)s', { choice: first[0].choice }) : t('Chosen as often: %(choices)s', { choices: first.map(({ choice }) => choice).join(', ') })
}

/** @param {{ result: Toimi.ChoiceResult }} props */
export function ChoiceBars({ result }) {
  const bars = result.choices.toSorted((a, b) => b.n - a.n).map((each) => ({ key: each.choice, label: each.choice, value: each.n, share: each.share }))
  return html`<${BarChart} bars=${bars} caption=${t('What the room chose')} unit=${t('Answers')} screen />`
}

/** @param {Toimi.ConfidenceResult} result */
export function confidenceHeadline({ median }) {
  return median === null ? t('How sure are we?') : t('Our confidence: %(median)s of 5', { median: level(median) })
}

const RAISES = 6

/** Bars from sure to unsure, and beside them what would raise it. @param {{ result: Toimi.ConfidenceResult }} props */
export function Confidence({ result }) {
  if (!result.bins) return html`<p class="stage__sub">${t('Shown from five answers on')}</p>`
  const bars = result.bins.map((n, at) => ({ key: String(at + 1), label: String(at + 1), value: n })).toReversed()
  const rest = result.raise.length - RAISES
  return html`<div class=${result.raise.length ? 'sure sure--two' : 'sure'}>
    <${BarChart} bars=${bars} caption=${t('How sure the room is')} unit=${t('People')} screen />
    ${result.raise.length > 0 && html`<div class="sure__raise"><h2>${t('What would raise it by one')}</h2><ul>${result.raise.slice(0, RAISES).map((words, n) => html`<li key=${n} class="words">${words}</li>`)}</ul>${rest > 0 && html`<p class="fitted__more">${tn('and %(n)s more', 'and %(n)s more', rest)}</p>`}</div>`}
  </div>`
}
