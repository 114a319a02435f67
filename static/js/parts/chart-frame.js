/** Around every chart: its finding as a title, and the same as a table. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/**
 * @typedef {{ caption: string, head: string[], rows: any[][] }} TableOf the first of a row is its name
 */

/**
 * @param {object} props
 * @param {string} [props.title] the finding
 * @param {any} [props.sub] what is drawn, how many answered
 * @param {TableOf} props.table
 * @param {any} props.children
 * @param {boolean} [props.folded] "Show as a table" below; otherwise the table is only heard, as on the screen
 */
export function ChartFrame({ title, sub, table, children, folded = true }) {
  return html`<figure class="chart">
    ${(title || sub) &&
    html`<figcaption>${title && html`<span class="chart__title">${title}</span>`}${sub && html`<span class="chart__sub">${sub}</span>`}</figcaption>`}
    ${children}
    ${folded
      ? html`<details><summary>${t('Show as a table')}</summary><div class="scroll-x mt-2" tabindex="0" role="region" aria-label=${table.caption}><${Table} table=${table} /></div></details>`
      : html`<div class="sr"><${Table} table=${table} /></div>`}
  </figure>`
}

/** @param {{ table: TableOf }} props */
export function Table({ table: { caption, head, rows } }) {
  return html`<table class="table">
    <caption class="sr">${caption}</caption>
    <thead><tr>${head.map((words) => html`<th key=${words} scope="col">${words}</th>`)}</tr></thead>
    <tbody>
      ${rows.map(([name, ...rest], n) => html`<tr key=${n}><th scope="row">${name}</th>${rest.map((value, k) => html`<td key=${k} class="num">${value}</td>`)}</tr>`)}
    </tbody>
  </table>`
}
