/** Files made beside the page: asked for, told how far they are, given up, saved. A page without scripts has plain links and forms. */

import { newId } from '../core/ids.js'

const REST = 400
/** Milliseconds between two questions, and how often one may go unanswered before the page says that nobody answers. */
const MISSED = 10

/** @typedef {{ state: 'waiting' | 'making' | 'made' | 'unmade', why: string, done: number, of: number, words: string }} Stands */

/** What the page brought along to ask with. */
export const asking = () => document.querySelector('form[data-making]')

/** Every link to a file, and every form for one, becomes one that is made beside the page. */
export function offered() {
  if (!asking()) return
  for (const way of document.querySelectorAll('a[data-download], [data-download] button')) {
    if (way instanceof HTMLAnchorElement) way.addEventListener('click', (click) => pressed(way, way.href, click))
    if (way instanceof HTMLButtonElement) way.form?.addEventListener('submit', (sent) => pressed(way, filled(way), sent))
  }
}

/** The address that a form for a file leads to, as it is filled in. @param {HTMLButtonElement} button */
function filled({ form }) {
  if (!form) throw new TypeError('No form to fill in.')
  return `${form.action}?${new URLSearchParams(/** @type {any} */ (new FormData(form)))}`
}

/**
 * @param {HTMLElement} way
 * @param {string} wanted
 * @param {Event} press
 */
function pressed(way, wanted, press) {
  if (press instanceof MouseEvent && (press.metaKey || press.ctrlKey || press.shiftKey)) return
  press.preventDefault()
  if (way.getAttribute('aria-busy') !== 'true') void make(way, wanted)
}

/**
 * @param {HTMLElement} way
 * @param {string} wanted
 */
async function make(way, wanted) {
  const panel = new Panel(way, wanted)
  try {
    const address = await ask(wanted)
    void panel.cancelled.then(() => giveUp(address))
    const stands = await until(address, (now) => panel.tell(now))
    panel.end(stands)
    if (stands.state === 'made') location.assign(`${address}/file`)
  } catch (refused) {
    if (refused instanceof Elsewhere) location.assign(wanted)
    panel.end({ state: 'unmade', why: '', done: 0, of: 0, words: refused instanceof Refused ? refused.message : panel.unanswered })
  }
}

/** What the server said no with, in words. */
export class Refused extends Error {}

/** What stands at the file's own address says more: what is wrong with a form, or the way in. */
class Elsewhere extends Error {}

/**
 * Where to ask how far it is.
 * @param {string} wanted the file's own address
 */
export async function ask(wanted) {
  const form = asking()
  if (!(form instanceof HTMLFormElement)) throw new TypeError('No form to ask with.')
  const fields = new FormData(form)
  fields.set('once', newId())
  const answer = await fetch(wanted, { method: 'POST', body: fields })
  if (answer.status === 429) throw new Refused((await answer.json()).words)
  if (answer.redirected || answer.status === 400) throw new Elsewhere()
  if (!answer.ok) throw new Error(String(answer.status))
  return /** @type {string} */ ((await answer.json()).address)
}

/** @param {string} address */
async function giveUp(address) {
  const form = asking()
  if (form instanceof HTMLFormElement) await fetch(`${address}/given-up`, { method: 'POST', body: new FormData(form) }).catch(() => {})
}

/**
 * Asks until it is made or never will be; a line that is away for a moment is no end.
 * @param {string} address
 * @param {(stands: Stands) => void} tell
 * @returns {Promise<Stands>}
 */
export async function until(address, tell = () => {}) {
  for (let missed = 0; missed < MISSED; await rest()) {
    const stands = await how(address)
    if (!stands) missed += 1
    else if (stands.state === 'made' || stands.state === 'unmade') return stands
    else tell(stands)
  }
  throw new Error('unanswered')
}

/** @param {string} address @returns {Promise<Stands | null>} */
async function how(address) {
  try {
    const answer = await fetch(address)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

const rest = () => new Promise((go) => setTimeout(go, REST))

/** Beneath a link or a form's button: the bar, how far it is, and a way to cancel it. */
class Panel {
  /**
   * @param {HTMLElement} way
   * @param {string} wanted
   */
  constructor(way, wanted) {
    this.way = way
    this.wanted = wanted
    const place = way.closest('[data-way]') ?? way.parentElement
    place?.querySelector('.making')?.remove()
    const template = document.querySelector('template[data-making-told]')
    const drawn = template instanceof HTMLTemplateElement ? document.importNode(template.content, true) : document.createDocumentFragment()
    this.root = /** @type {HTMLElement} */ (drawn.firstElementChild)
    this.bar = /** @type {HTMLProgressElement} */ (this.root.querySelector('progress'))
    this.words = /** @type {HTMLElement} */ (this.root.querySelector('[data-words]'))
    this.cancel = /** @type {HTMLButtonElement} */ (this.root.querySelector('[data-cancel]'))
    this.again = /** @type {HTMLButtonElement} */ (this.root.querySelector('[data-again]'))
    this.unanswered = this.root.dataset.unanswered ?? ''
    this.half = false
    /** Also when it is pressed before the server has said where the file is being made. */
    this.cancelled = new Promise((given) => this.cancel.addEventListener('click', given, { once: true }))
    place?.append(drawn)
    way.setAttribute('aria-busy', 'true')
    this.words.textContent = this.bar.getAttribute('aria-label')
    say(`${way.textContent?.trim()}: ${this.words.textContent}`)
  }

  /** @param {Stands} stands */
  tell({ state, done, of, words }) {
    this.words.textContent = words
    if (state !== 'making' || !of) return
    this.bar.max = of
    this.bar.value = done
    if (!this.half && done * 2 >= of) {
      this.half = true
      say(halfDone())
    }
  }

  /** @param {Stands} stands */
  end({ state, why, words }) {
    this.way.removeAttribute('aria-busy')
    this.root.dataset.state = why === 'given_up' ? why : state
    this.words.textContent = words
    const focused = document.activeElement === this.cancel
    this.bar.remove()
    this.cancel.remove()
    this.again.hidden = state === 'made'
    this.again.addEventListener('click', () => void make(this.way, this.wanted), { once: true })
    if (focused) (this.again.hidden ? this.way : this.again).focus()
    say(words)
  }
}

const announcer = () => document.querySelector('[data-making-said]')

const halfDone = () => {
  const place = announcer()
  return place instanceof HTMLElement ? (place.dataset.half ?? '') : ''
}

/** Announced, and seldom: at the start, half-way, at the end. @param {string} words */
function say(words) {
  const place = announcer()
  if (place) place.textContent = words
}
