/** Short news with a way back. Never for errors: those stay where they happened. */
import { signal } from '@preact/signals'
import { html } from '../core/html.js'
import { Icon } from './icon.js'

const STAYS = 6000
const AT_MOST = 3

/**
 * @typedef {{ n: number, words: string, icon: string, action?: string, onAction?: () => void }} News
 * @typedef {import('@preact/signals').Signal<News[]>} NewsList
 */

/**
 * The page's list of news; `say` adds to it, `<Toasts>` shows it.
 * @param {{ wait?: (again: () => void, ms: number) => unknown, stop?: (waiting: any) => void }} [setting]
 */
export function openNews({ wait = setTimeout, stop = clearTimeout } = {}) {
  /** @type {NewsList} */
  const list = signal([])
  /** @type {Map<number, unknown>} */
  const waiting = new Map()
  let n = 0

  /** @param {number} gone */
  function drop(gone) {
    hold(gone)
    list.value = list.value.filter((news) => news.n !== gone)
  }
  /** @param {number} held stays while somebody points at it or is in it */
  function hold(held) {
    stop(waiting.get(held))
    waiting.delete(held)
  }
  /** @param {number} free */
  function release(free) {
    hold(free)
    waiting.set(free, wait(() => drop(free), STAYS))
  }
  /**
   * @param {string} words
   * @param {{ icon?: string, action?: string, onAction?: () => void }} [more]
   */
  function say(words, { icon = 'done', action, onAction } = {}) {
    n += 1
    for (const old of list.value.slice(0, Math.max(0, list.value.length + 1 - AT_MOST))) drop(old.n)
    list.value = [...list.value, { n, words, icon, action, onAction }]
    release(n)
    return n
  }
  return { list, say, drop, hold, release }
}

/** @param {{ news: ReturnType<typeof openNews> }} props */
export function Toasts({ news }) {
  return html`<div class="toasts" role="status">${news.list.value.map((each) => html`<${Toast} key=${each.n} each=${each} news=${news} />`)}</div>`
}

/** @param {{ each: News, news: ReturnType<typeof openNews> }} props */
function Toast({ each, news }) {
  const hold = () => news.hold(each.n)
  const release = () => news.release(each.n)
  function act() {
    news.drop(each.n)
    each.onAction?.()
  }
  return html`<div class="toast" onMouseEnter=${hold} onMouseLeave=${release} onFocusIn=${hold} onFocusOut=${release}>
    <${Icon} name=${each.icon} cls="" /><span>${each.words}</span>
    ${each.action && html`<button type="button" onClick=${act}>${each.action}</button>`}
  </div>`
}
