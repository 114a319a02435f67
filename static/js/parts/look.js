/** Light or dark, against what the device says; kept in the cookie that the server lays into the next page. */
import { signal } from '@preact/signals'

/** @typedef {'system' | 'light' | 'dark'} Look */

const A_YEAR = 365 * 24 * 3600

const given = globalThis.document?.documentElement.dataset.theme
/** @type {import('@preact/signals').Signal<Look>} */
export const look = signal(given === 'light' || given === 'dark' ? given : 'system')

/** @param {Look} wish */
export function chooseLook(wish) {
  look.value = wish
  if (wish === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = wish
  document.cookie = `look=${wish}; path=/; max-age=${wish === 'system' ? 0 : A_YEAR}; samesite=lax`
}
