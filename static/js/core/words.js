/** The reader's words: the catalogue, parallel texts, figures and days. One page has one language. */

/** @typedef {{ messages: { [source: string]: string | string[] } }} Catalogue */

const FALLBACK = /** @type {Toimi.Language[]} */ (['en', 'fi', 'sv'])
const NO_BREAK = '\u00a0'
const MINUS = '\u2212'
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** @type {Toimi.Language} */
let reader = 'en'
/** @type {Catalogue['messages']} */
let messages = {}

/**
 * Sets the page's language and its translations; English needs none.
 * @param {Toimi.Language} language
 * @param {Catalogue} [catalogue]
 */
export function speak(language, catalogue = { messages: {} }) {
  reader = language
  messages = catalogue.messages
}

/**
 * Fetches a catalogue and speaks it. A catalogue that cannot be had leaves the page in English rather than empty.
 * @param {Toimi.Language} language
 * @param {string} [url]
 * @param {typeof globalThis.fetch} [fetch]
 */
export async function learn(language, url, fetch = globalThis.fetch.bind(globalThis)) {
  speak(language)
  if (!url) return
  try {
    const answer = await fetch(url)
    if (answer.ok) speak(language, await answer.json())
  } catch (error) {
    console.warn('No catalogue', error)
  }
}

/**
 * What the method calls otherwise goes before the catalogue.
 * @param {{ [source: string]: Toimi.Parallel }} own
 */
export function rename(own) {
  messages = { ...messages, ...Object.fromEntries(Object.entries(own).map(([source, texts]) => [source, said(texts)])) }
}

/** The page's language. */
export const language = () => reader

/**
 * @param {string} text
 * @param {Toimi.Plural} args
 */
function filled(text, args) {
  if (!Object.keys(args).length) return text
  return text.replace(/%(?:\((\w+)\)[sd]|%)/g, (found, name) => (name ? (name in args ? worded(args[name]) : found) : '%'))
}

/** @param {unknown} value */
function worded(value) {
  if (typeof value === 'number') return number(value, { group: false })
  return value && typeof value === 'object' ? said(/** @type {Toimi.Sayable} */ (value)) : String(value ?? '')
}

/**
 * A sentence in the reader's language: `t('%(name)s is here', {name})`. `%%` is a per cent sign where there are arguments.
 * @param {string} text
 * @param {Toimi.Plural} [args]
 */
export function t(text, args = {}) {
  const found = messages[text]
  return filled((Array.isArray(found) ? found[0] : found) || text, args)
}

/**
 * One or many, by Finnish, Swedish and English rule alike; `%(n)s` is at hand in both.
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Toimi.Plural} [args]
 */
export function tn(one, many, n, args = {}) {
  const found = messages[one]
  const [single, plural] = Array.isArray(found) && found.every(Boolean) ? found : [one, many]
  return filled(n === 1 ? single : plural, { n, num: n, ...args })
}

/**
 * What is said, and in which language, so that `lang` can be set beside it.
 * The reader's language, else the one it was written in, else English, Finnish, Swedish.
 * @param {Toimi.Sayable} words
 * @returns {Toimi.Spoken}
 */
export function spoken(words) {
  if (words === null || words === undefined) return { text: '', lang: reader }
  if (typeof words === 'string') return { text: words, lang: reader }
  if ('id' in words) return { text: t(words.id, words.arguments), lang: reader }
  const texts = 'texts' in words ? plain(words.texts) : words
  const order = [reader, ...('texts' in words ? [words.language] : []), ...FALLBACK]
  const lang = order.find((each) => texts[each])
  return { text: (lang && texts[lang]) ?? '', lang: lang ?? reader }
}

/**
 * @param {Toimi.ParallelAnswer['texts']} texts
 * @returns {Toimi.Parallel}
 */
const plain = (texts) => Object.fromEntries(Object.entries(texts).map(([lang, wording]) => [lang, wording?.text ?? '']))

/**
 * The text alone.
 * @param {Toimi.Sayable} words
 */
export const said = (words) => spoken(words).text

/**
 * @param {number} value
 * @param {{ digits?: number, group?: boolean }} [options] digits after the mark (as many as the number has, up to two, when not told)
 */
export function number(value, { digits, group = true } = {}) {
  const [whole, part] = Math.abs(digits === undefined ? Math.round(value * 100) / 100 : value).toFixed(digits ?? shown(value)).split('.')
  const grouped = group ? whole.replace(/\B(?=(\d{3})+$)/g, NO_BREAK) : whole
  const figure = part ? grouped + (reader === 'en' ? '.' : ',') + part : grouped
  return value < 0 && /[1-9]/.test(figure) ? MINUS + figure : figure
}

/** @param {number} value */
const shown = (value) => (String(Math.round(value * 100) / 100).split('.')[1] ?? '').length

/**
 * A share of one as per cent.
 * @param {number} share
 * @param {number} [digits]
 */
export const percent = (share, digits) => amount(share * 100, '%', digits)

/**
 * A figure with its unit, never broken apart.
 * @param {number} value
 * @param {string} unit
 * @param {number} [digits]
 */
export const amount = (value, unit, digits) => `${number(value, { digits })}${unit && NO_BREAK}${unit}`

/** @param {number} n */
const two = (n) => String(n).padStart(2, '0')

/**
 * 26.11.2026, in English 26 November 2026.
 * @param {string | number | Date} when a bare day ("2026-11-26") is that day everywhere
 */
export function day(when) {
  const at = new Date(typeof when === 'string' && when.length === 10 ? `${when}T00:00` : when)
  if (reader === 'en') return `${at.getDate()} ${MONTHS[at.getMonth()]} ${at.getFullYear()}`
  return `${at.getDate()}.${at.getMonth() + 1}.${at.getFullYear()}`
}

/**
 * 9.00, in English 9:00; the device's own zone.
 * @param {string | number | Date} when
 */
export function timeOfDay(when) {
  const at = new Date(when)
  return `${at.getHours()}${reader === 'en' ? ':' : '.'}${two(at.getMinutes())}`
}

/**
 * A timer's figures, 4:59, without sign.
 * @param {number} seconds
 */
export function countdown(seconds) {
  const left = Math.abs(Math.trunc(seconds))
  return `${Math.floor(left / 60)}:${two(left % 60)}`
}
