/** Whether the page is a phone's, as a signal; drawings choose their proportions by it. */
import { signal } from '@preact/signals'

const phone = globalThis.matchMedia?.('(max-width: 47.99rem)')

export const narrow = signal(phone?.matches ?? false)
phone?.addEventListener('change', ({ matches }) => (narrow.value = matches))
