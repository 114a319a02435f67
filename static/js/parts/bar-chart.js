/** Votes and choices as bars, most first; ties are shown as ties. */
import { html } from '../core/html.js'
import { number, percent, t } from '../core/words.js'
import { ChartFrame } from './chart-frame.js'
import { ThemeNumber } from './marks.js'

/**
 * @typedef {object} Bar
 * @property {string} key
 * @property {string} label
 * @property {string} [lang]
 * @property {number} value
 * @property {number} [share] of all, 0 to 1; shown beside the value
 * @property {number} [rank] the same for those that tie
 * @property {boolean} [tied]
 * @property {number} [theme]
 * @property {boolean} [above] above the line that was drawn
 * @property {any} [more] below the label
 */

/**
 * @param {object} props
 * @param {Bar[]} props.bars in the order shown
 * @param {string} [props.title]
 * @param {any} [props.sub]
 * @param {string} props.caption
 * @param {string} props.unit the head of the values: Dots, Answers
 * @param {boolean} [props.screen]
 * @param {boolean} [props.words] labels are what people wrote
 */
export function BarChart({ bars, title, sub, caption, unit, screen = false, words = false }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return html`<${ChartFrame} title=${title} sub=${sub} folded=${!screen} table=${tabled(bars, caption, unit)}>
    <ol class=${`bars${screen ? ' bars--screen' : ''}${words ? ' bars--words' : ''}`} aria-hidden="true">
      ${bars.map((bar) => html`<${Line} key=${bar.key} bar=${bar} most=${most} />`)}
    </ol>
  </${ChartFrame}>`
}

/** @param {{ bar: Bar, most: number }} props */
function Line({ bar, most }) {
  return html`<li class=${bar.above === false ? 'bars__line is-below' : 'bars__line'}>
    <span class="bars__rank">${bar.rank}</span>
    <div class="bars__lab">
      <p>${bar.theme && html`<${ThemeNumber} number=${bar.theme} /> `}<span lang=${bar.lang}>${bar.label}</span></p>
      <svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false"><rect class="track" width="100" height="10" rx="1" /><rect class="fill" width=${(bar.value / most) * 100} height="10" rx="1" /></svg>
      ${bar.more}
    </div>
    <span class="bars__val"><b>${number(bar.value)}</b>${bar.share !== undefined && html` <small>${percent(bar.share, 0)}</small>`}${bar.tied && html` <small>${t('tie')}</small>`}</span>
  </li>`
}

/**
 * @param {Bar[]} bars
 * @param {string} caption
 * @param {string} unit
 */
function tabled(bars, caption, unit) {
  const ranked = bars.some(({ rank }) => rank !== undefined)
  return {
    caption,
    head: [t('Subject'), unit, ...(ranked ? [t('Rank')] : [])],
    rows: bars.map(({ label, value, rank, tied }) => [label, value, ...(ranked ? [tied ? t('%(rank)s, tie', { rank }) : (rank ?? '')] : [])]),
  }
}
