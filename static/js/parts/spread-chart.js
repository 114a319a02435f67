/** The spread of marks: every person a dot, the middle half a band, the median a stroke. Disagreement is seen, never only a mean. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { ChartFrame } from './chart-frame.js'
import { level, middle } from './figures.js'
import { ThemeNumber } from './marks.js'
import { narrow } from './narrow.js'
import { HEIGHT, NARROW, WIDE, band, drawing, x } from './spread.js'
import { vars } from './vars.js'

/**
 * @typedef {object} Row
 * @property {string} key
 * @property {number} [theme] its number
 * @property {string} label
 * @property {string} [lang]
 * @property {any} [face] the label as it is drawn, where it is more than letters
 * @property {Toimi.Level} result
 * @property {any} [more] below the figures, such as the agreed level
 */

/**
 * Rows come in the order they are to be talked about.
 * @param {object} props
 * @param {Row[]} props.rows
 * @param {{ level: number, name: string }[]} props.levels
 * @param {string} [props.title]
 * @param {any} [props.sub]
 * @param {string} props.caption of the table
 * @param {boolean} [props.screen] fills the wall; its table is heard, not seen
 * @param {boolean} [props.settle] dots fall into place, as at the moment of reveal
 */
export function SpreadChart({ rows, levels, title, sub, caption, screen = false, settle = false }) {
  const wide = rows.filter(({ result }) => result.spread === 'disagree').map(({ key }) => key)
  return html`<${ChartFrame} title=${title} sub=${sub} folded=${!screen} table=${tabled(rows, caption)}>
    <div class=${`dr${screen ? ' dr--screen' : ''}${settle ? ' dr--settle' : ''}`} aria-hidden="true" ref=${vars({ '--n': levels.length, '--rows': rows.length })}>
      <div class="dr__row dr__row--axis"><span /><${Axis} levels=${levels} /><span /></div>
      ${rows.map((row) => html`<${SpreadRow} key=${row.key} row=${row} levels=${levels.length} place=${wide.indexOf(row.key)} screen=${screen} />`)}
    </div>
  </${ChartFrame}>`
}

/** @param {{ levels: { level: number, name: string }[] }} props */
function Axis({ levels }) {
  return html`<div class="dr__axis">${levels.map((each) => html`<span key=${each.level}><b>${each.level}</b> <em>${each.name}</em></span>`)}</div>`
}

/** @param {{ row: Row, levels: number, place: number, screen: boolean }} props `place` among those that disagree; -1 for the others */
function SpreadRow({ row: { theme, label, lang, face, result, more }, levels, place, screen }) {
  return html`<div class="dr__row">
    <div class="dr__lab">${theme ? html`<${ThemeNumber} number=${theme} />` : html`<span />`}<span lang=${lang}>${face ?? label}</span></div>
    <div class="dr__strip"><${Strip} result=${result} levels=${levels} /></div>
    <div class="dr__val"><${Figures} result=${result} screen=${screen} />${place === 0 && html`<em>${t('Talk about this first')}</em>`}${place === 1 && html`<em>${t('Then this')}</em>`}${more}</div>
  </div>`
}

/** On the wall a few who don't know are not worth a line. @param {{ result: Toimi.Level, screen: boolean }} props */
function Figures({ result, screen }) {
  const { median, low, high, n, dont_know: unsure } = result
  if (median === null) return html`<span class="xs">${t('Shown from five answers on')}</span>`
  const many = unsure > 0 && (!screen || unsure * 4 >= n + unsure)
  return html`<b>${level(median)}</b> <span>${middle(low, high)}</span> ${' '}
    <small>${t('n %(n)s', { n })}${many && `, ${tn("%(n)s doesn't know", "%(n)s don't know", unsure)}`}</small>`
}

/**
 * One row's drawing, for a chart or alone beside a statement.
 * @param {{ result: Pick<Toimi.Level, 'n' | 'median' | 'low' | 'high' | 'bins' | 'dots' | 'spread' | 'earlier'>, levels: number, short?: boolean }} props
 * `short`: as on a phone, for a place of a few centimetres
 */
export function Strip({ result, levels, short = false }) {
  const width = short || narrow.value ? NARROW : WIDE
  const drawn = drawing(result, width)
  const { low, high, median, earlier } = result
  return html`<svg class=${`strip${result.spread === 'disagree' ? ' strip--wide' : ''}`} viewBox=${`0 0 ${width} ${HEIGHT}`} aria-hidden="true" focusable="false">
    ${low !== null && high !== null && html`<rect class="band" ...${band(low, high, levels, width)} y="3" height=${HEIGHT - 6} rx="7" />`}
    ${drawn.kind === 'bars' && drawn.bars.map((bar, n) => html`<rect key=${n} class="bin" x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height} rx="3" />`)}
    ${drawn.kind === 'dots' && drawn.dots.map((dot, n) => html`<circle key=${n} class="ans" cx=${dot.x} cy=${dot.y} r=${drawn.r} />`)}
    ${earlier && median !== null && html`<${Way} from=${x(earlier.median, levels, width)} to=${x(median, levels, width)} />`}
    ${median !== null && html`<path class="med" d=${`M${x(median, levels, width)} -1V${HEIGHT + 1}`} />`}
  </svg>`
}

/** From the first round's median, an open ring, to this one's. @param {{ from: number, to: number }} props */
function Way({ from, to }) {
  const y = HEIGHT - 9
  return html`<g class="way"><path d=${`M${from} ${y}H${to}`} /><circle cx=${from} cy=${y} r="6" /></g>`
}

/**
 * @param {Row[]} rows
 * @param {string} caption
 */
function tabled(rows, caption) {
  return {
    caption,
    head: [t('Subject'), t('Median'), t('Middle half'), t('Answers'), t("Don't know")],
    rows: rows.map(({ label, face, theme, result: { median, low, high, n, dont_know } }) => [
      html`${theme ? `${theme} ` : ''}${face ?? label}`,
      level(median),
      middle(low, high),
      n,
      dont_know,
    ]),
  }
}
