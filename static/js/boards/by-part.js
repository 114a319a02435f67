/** The result once more by organisation and by role group, where enough of each answered; and how far apart both are. */
import { html } from '../core/html.js'
import { number, t, tn } from '../core/words.js'
import { Table } from '../parts/chart-frame.js'
import { level } from '../parts/figures.js'
import { ThemeNumber } from '../parts/marks.js'

/** @typedef {Pick<import('../parts/spread-chart.js').Row, 'key' | 'theme' | 'label' | 'lang' | 'face' | 'result'>} Row */

/** Folded, below a chart of the same rows. @param {{ room: Toimi.Room, rows: Row[] }} props */
export function ByPart({ room, rows }) {
  return html`<details class="byparts"><summary>${t('By organisation and role')}</summary><div class="mt-3"><${Parts} room=${room} rows=${rows} /></div></details>`
}

/** @param {{ room: Toimi.Room, rows: Row[] }} props */
export function Parts({ room, rows }) {
  const organisations = partsOf(rows, 'organisations')
  const roles = partsOf(rows, 'roles')
  return html`<div class="byparts stack gap-4">
    <p class="sm muted">${t('An organisation or a role group is shown where at least five of it answered, and where nobody’s own answer could be worked out.')}</p>
    ${!organisations.length && !roles.length && html`<p class="sm">${t('Here there is none that may be shown.')}</p>`}
    ${organisations.length > 0 && html`<${ByOrganisation} rows=${rows} names=${organisations} />`}
    ${roles.length > 0 && html`<${Medians} caption=${t('Medians by role group')} rows=${rows} names=${roles} words=${(/** @type {string} */ name) => roleOf(room, name)} of="roles" />`}
  </div>`
}

/** @param {{ rows: Row[], names: string[] }} props */
function ByOrganisation({ rows, names }) {
  const compared = rows.filter(({ result }) => result.between !== null && result.within !== null)
  const apart = compared.filter(({ result: { between, within } }) => Number(between) > Number(within))
  const finding = apart.length
    ? tn('In one of them organisations are further apart than the people within them: %(names)s.', 'In %(n)s of them organisations are further apart than the people within them: %(names)s.', apart.length, { names: quoted(apart) })
    : t('People of one organisation are as far apart as the organisations are, or further.')
  return html`<${Medians} caption=${t('Medians by organisation')} rows=${rows} names=${names} of="organisations" spread=${compared.length > 0} told=${compared.length > 0 && finding} />`
}

const NAMED = 3

/** @param {Row[]} rows */
function quoted(rows) {
  const names = rows.slice(0, NAMED).map(({ label }) => t('“%(title)s”', { title: label })).join(', ')
  return rows.length > NAMED ? t('%(names)s and others', { names }) : names
}

/**
 * @param {object} props
 * @param {string} props.caption
 * @param {Row[]} props.rows
 * @param {string[]} props.names of the columns
 * @param {(name: string) => string} [props.words]
 * @param {'organisations' | 'roles'} props.of
 * @param {boolean} [props.spread] with the spread between and within them
 * @param {string | false} [props.told]
 */
function Medians({ caption, rows, names, words = (name) => name, of, spread = false, told = false }) {
  const table = {
    caption,
    head: [t('Subject'), ...names.map(words), ...(spread ? [t('Between them'), t('Within them')] : [])],
    rows: rows.map(({ theme, label, lang, face, result }) => [
      html`${theme ? html`<${ThemeNumber} number=${theme} /> ` : ''}<span lang=${lang}>${face ?? label}</span>`,
      ...names.map((name) => medianOf(result[of]?.find((each) => each.name === name))),
      ...(spread ? [inLevels(result.between), inLevels(result.within)] : []),
    ]),
  }
  return html`<div class="stack gap-2">
    <p><b>${caption}</b></p>
    ${told && html`<p class="sm">${told}</p>`}
    ${spread && html`<p class="xs muted">${t('Between them: how many levels their medians lie apart. Within them: how many levels the people of one lie apart. Both are the middle half.')}</p>`}
    <div class="scroll-x" tabindex="0" role="region" aria-label=${caption}><${Table} table=${table} /></div>
  </div>`
}

/** @param {Toimi.Slice} [part] */
const medianOf = (part) => (part ? html`<b>${level(part.median)}</b> <small class="muted nowrap">${t('n %(n)s', { n: part.n })}</small>` : '–')

/** @param {number | null} width */
const inLevels = (width) => (width === null ? '–' : number(width))

/** Every part that some row shows, by name. @param {Row[]} rows @param {'organisations' | 'roles'} of */
const partsOf = (rows, of) => [...new Set(rows.flatMap(({ result }) => (result[of] ?? []).map(({ name }) => name)))].toSorted()

/** @param {Toimi.Room} room @param {string} id */
function roleOf(room, id) {
  const found = room.boot.pack.role_groups.find((each) => each.id === id)
  return found ? room.said(found.name) : id
}
