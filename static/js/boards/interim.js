/** Values on the way to a target: as an answer holds them ("2027-12-31 60"), and as people write them, a row each. */
import { figure } from './figure.js'

/** @typedef {[when: string, value: string]} Row */

/** So many values at most. */
const MOST = 12
const YEAR = /^[12]\d{3}$/
const MONTH = /^(\d{1,2})\/(\d{4})$/
const DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * The rows of an answer, the last one empty for one more.
 * @param {unknown} answer
 * @param {Toimi.Language} language
 * @returns {Row[]}
 */
export function rowsOf(answer, language) {
  const texts = /** @type {string[]} */ (Array.isArray(answer) ? answer : [])
  return withEmpty(texts.map((text) => rowOf(text, language)))
}

/** @param {Row[]} rows @returns {Row[]} */
export const withEmpty = (rows) => (rows.length < MOST && rows.every(said) ? [...rows, ['', '']] : rows)

/** @param {string} text @param {Toimi.Language} language @returns {Row} */
export function rowOf(text, language) {
  const [when, value] = text.split(' ')
  return [shown(when, language), language === 'en' ? value : value.replace('.', ',')]
}

/** A last day of December is its year. @param {string} when @param {Toimi.Language} language */
function shown(when, language) {
  const [, year, month, day] = WRITTEN.exec(when) ?? []
  if (!year) return ''
  if (month === '12' && day === '31') return year
  return language === 'en' ? when : `${Number(day)}.${Number(month)}.${year}`
}

/** @param {Row} row */
const said = ([when, value]) => Boolean(when.trim() || value.trim())

/**
 * The rows as an answer in order of day, null for none; undefined where a row is not whole or cannot be read.
 * @param {Row[]} rows
 * @returns {string[] | null | undefined}
 */
export function answerOf(rows) {
  const texts = rows.filter(said).map(([when, value]) => [dayOf(when.trim()), figure(value)])
  if (texts.some(([day, value]) => !day || typeof value !== 'number')) return undefined
  return texts.length > 0 ? texts.map((each) => each.join(' ')).sort() : null
}

/**
 * The day that is meant by a year, a month or a day: the last one of it. Empty for none.
 * @param {string} when
 */
export function dayOf(when) {
  if (YEAR.test(when)) return `${when}-12-31`
  const month = MONTH.exec(when)
  if (month) return dated(month[2], month[1], String(new Date(Date.UTC(Number(month[2]), Number(month[1]), 0)).getUTCDate()))
  const day = DAY.exec(when)
  if (day) return dated(day[3], day[2], day[1])
  const [, ...parts] = WRITTEN.exec(when) ?? []
  return parts.length ? dated(parts[0], parts[1], parts[2]) : ''
}

/** A day that there is. @param {string} year @param {string} month @param {string} day */
function dated(year, month, day) {
  const text = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  const at = new Date(`${text}T00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : ''
}
