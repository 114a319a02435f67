/** Figures of results as the reader writes them. */
import { number } from '../core/words.js'

/** A median or quartile: one digit only where there is one. @param {number | null} value */
export const level = (value) => (value === null ? '–' : number(Math.round(value * 10) / 10))

/** The middle half: 2–3, or 2 alone. @param {number | null} low @param {number | null} high */
export const middle = (low, high) => (low === null || high === null ? '' : low === high ? level(low) : `${level(low)}–${level(high)}`)
