/** Tabs: one tab stop, arrows choose. Give the panel `id=${panelId(id, key)}` and `role="tabpanel"`, or use `<TabPanel>`. */
import { html } from '../core/html.js'
import { stepped } from './moving.js'

/** @param {string} id @param {string} key */
const tabId = (id, key) => `${id}-tab-${key}`
/** @param {string} id @param {string} key */
export const panelId = (id, key) => `${id}-panel-${key}`

/**
 * @param {object} props
 * @param {string} props.id of this set on the page
 * @param {string} props.label
 * @param {{ key: string, words: any, count?: any }[]} props.tabs
 * @param {string} props.now the key of the open one
 * @param {(key: string) => void} props.onPick
 */
export function Tabs({ id, label, tabs, now, onPick }) {
  /** @param {KeyboardEvent} event */
  function moving(event) {
    const next = stepped(event.key, tabs.findIndex(({ key }) => key === now), tabs.length)
    if (next === null) return
    event.preventDefault()
    onPick(tabs[next].key)
    document.getElementById(tabId(id, tabs[next].key))?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${label} onKeyDown=${moving}>
    ${tabs.map(
      ({ key, words, count }) => html`<button key=${key} type="button" role="tab" id=${tabId(id, key)} aria-selected=${key === now} aria-controls=${panelId(id, key)} tabindex=${key === now ? 0 : -1} onClick=${() => onPick(key)}>
        ${words}${count !== undefined && html` <span class="count">${count}</span>`}
      </button>`,
    )}
  </div>`
}

/** @param {{ id: string, now: string, children?: any }} props */
export function TabPanel({ id, now, children }) {
  return html`<div role="tabpanel" id=${panelId(id, now)} aria-labelledby=${tabId(id, now)} tabindex="0">${children}</div>`
}
