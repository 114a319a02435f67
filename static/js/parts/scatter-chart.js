/** Two questions at once: importance and feasibility, or level and picks. Points are numbered; the list beside says what they are. */
import { html } from '../core/html.js'
import { number } from '../core/words.js'
import { apart } from './apart.js'
import { ChartFrame } from './chart-frame.js'
import { themeLook } from './looks.js'

const SIZE = 480
const PAD = { left: 46, right: 16, top: 16, bottom: 46 }
const POINT = 14
/** Ends of the scale stand inside, so that points there do not cross the edge. */
const INSET = 40

/**
 * @typedef {{ title: string, low: string, high: string, from: number, to: number }} AxisOf `low` and `high` name the ends; `face` is the label as it is drawn, where it is more than letters
 * @typedef {{ key: string, number: number | string, label: string, lang?: string, face?: any, x: number, y: number, theme?: number, muted?: boolean }} Point
 */

/**
 * @param {object} props
 * @param {Point[]} props.points
 * @param {AxisOf} props.across
 * @param {AxisOf} props.up
 * @param {string} [props.title]
 * @param {any} [props.sub]
 * @param {string} props.caption
 * @param {string} [props.best] words in the corner that matters most
 * @param {'top-right' | 'top-left'} [props.corner] which one that is
 * @param {boolean} [props.screen]
 */
export function ScatterChart({ points, across, up, title, sub, caption, best, corner = 'top-right', screen = false }) {
  const placed = apart(points.map((point) => ({ ...point, x: onX(point.x, across), y: onY(point.y, up) })), POINT * 1.2)
  return html`<${ChartFrame} title=${title} sub=${sub} folded=${!screen} table=${tabled(points, across, up, caption)}>
    <div class=${screen ? 'scatter scatter--screen' : 'scatter'} aria-hidden="true">
      <svg class="scatter__plot" viewBox=${`0 0 ${SIZE} ${SIZE}`} focusable="false">
        <${Ground} across=${across} up=${up} best=${best} corner=${corner} />
        ${placed.map((point) => html`<${Dot} key=${point.key} point=${point} />`)}
      </svg>
      <ol class="scatter__list">
        ${points.map((point) => html`<li key=${point.key} class=${point.muted ? 'faint' : ''}><b class="num">${point.number}</b> <span lang=${point.lang}>${point.face ?? point.label}</span></li>`)}
      </ol>
    </div>
  </${ChartFrame}>`
}

/** @param {number} value @param {AxisOf} axis */
const onX = (value, { from, to }) => PAD.left + INSET + ((value - from) / (to - from || 1)) * (SIZE - PAD.left - PAD.right - 2 * INSET)
/** @param {number} value @param {AxisOf} axis */
const onY = (value, { from, to }) => SIZE - PAD.bottom - INSET - ((value - from) / (to - from || 1)) * (SIZE - PAD.top - PAD.bottom - 2 * INSET)

/** @param {{ across: AxisOf, up: AxisOf, best?: string, corner: 'top-right' | 'top-left' }} props */
function Ground({ across, up, best, corner }) {
  const [left, right, top, bottom] = [PAD.left, SIZE - PAD.right, PAD.top, SIZE - PAD.bottom]
  const [midX, midY] = [(left + right) / 2, (top + bottom) / 2]
  const atRight = corner === 'top-right'
  return html`<g>
    <rect class="scatter__best" x=${atRight ? midX : left} y=${top} width=${(right - left) / 2} height=${(bottom - top) / 2} />
    <path class="ax ax--0" d=${`M${left} ${top}V${bottom}H${right}`} /><path class="ax" d=${`M${midX} ${top}V${bottom}M${left} ${midY}H${right}`} />
    ${best && html`<text class="acc" x=${atRight ? right - 10 : left + 10} y=${top + 22} text-anchor=${atRight ? 'end' : 'start'}>${best}</text>`}
    <text x=${left} y=${bottom + 20}>${across.low}</text><text class="strong" x=${midX} y=${bottom + 38} text-anchor="middle">${across.title}</text><text x=${right} y=${bottom + 20} text-anchor="end">${across.high}</text>
    <g transform=${`translate(${left - 12} 0) rotate(-90)`}>
      <text x=${-bottom} y="0">${up.low}</text><text class="strong" x=${-midY} y="-18" text-anchor="middle">${up.title}</text><text x=${-top} y="0" text-anchor="end">${up.high}</text>
    </g>
  </g>`
}

/** @param {{ point: Point }} props */
function Dot({ point }) {
  const look = point.theme ? themeLook(point.theme) : 'scatter__dot--plain'
  return html`<g class=${`scatter__dot ${look}${point.muted ? ' is-muted' : ''}`} transform=${`translate(${point.x} ${point.y})`}>
    <circle r=${POINT} /><text y="4.5" text-anchor="middle">${point.number}</text>
  </g>`
}

/**
 * @param {Point[]} points
 * @param {AxisOf} across
 * @param {AxisOf} up
 * @param {string} caption
 */
function tabled(points, across, up, caption) {
  return { caption, head: [caption, across.title, up.title], rows: points.map((point) => [html`${point.number} ${point.face ?? point.label}`, number(point.x), number(point.y)]) }
}
