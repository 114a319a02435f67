/** Jottings that are kept at once, even while the page goes away: too small for work, quick enough for a farewell. */

/** @typedef {Pick<Storage, 'getItem' | 'setItem'> | null} Page */
/**
 * @typedef {object} Notes
 * @property {Page} tab this tab's own; copied when the tab is duplicated
 * @property {Page} device all tabs'
 */

/**
 * @param {Page} page
 * @param {string} name
 */
export function jotted(page, name) {
  try {
    return page?.getItem(name) ?? ''
  } catch {
    return ''
  }
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export function jot(page, name, text) {
  try {
    page?.setItem(name, text)
  } catch {
    // A browser that takes no notes only makes leases run out by themselves.
  }
}

/** The browser's own, where it grants them. @returns {Notes} */
export function browserNotes() {
  try {
    return { tab: globalThis.sessionStorage ?? null, device: globalThis.localStorage ?? null }
  } catch {
    return { tab: null, device: null }
  }
}
