/** The method's wording on a page, marked where it is not the official one and nobody has confirmed it yet. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/** @typedef {{ words?: Toimi.Parallel, unconfirmed?: Toimi.Language[], own?: Toimi.Parallel | null }} Worded a text of the pack, in which languages it is doubtful, and whose own it is if it is none of the method’s */

/** A theme by its name. @param {Toimi.Pack['themes'][number]} [theme] @returns {Worded} */
export const named = (theme) => ({ words: theme?.name, unconfirmed: theme?.name_unconfirmed })

/** A statement or an objective by its text. @param {{ text: Toimi.Parallel, unconfirmed: Toimi.Language[], own?: Toimi.Parallel | null }} [each] @returns {Worded} */
export const stated = (each) => ({ words: each?.text, unconfirmed: each?.unconfirmed, own: each?.own })

/** The words in the reader's language, with their mark. @param {{ room: Toimi.Room, of: Worded }} props */
export function Official({ room, of }) {
  const { text, lang } = room.spoken(of.words)
  return html`<span lang=${lang}>${text}${whose(room, of)}${doubtful(room, of) && html`<${Mark} lang=${room.language} />`}</span>`
}

/** The same where only letters can stand: in an option, in a sentence. @param {Toimi.Room} room @param {Worded} of */
export const official = (room, of) => room.said(of.words) + whose(room, of) + (doubtful(room, of) ? '\u00a0*' : '')

/** Whose own it is, beside the method's wording. @param {Toimi.Room} room @param {Worded} of */
const whose = (room, { own }) => (own ? ` (${t('own, %(whose)s', { whose: room.said(own) })})` : '')

/** What the mark means, where one of these bears it. @param {Toimi.Room} room @param {Worded[]} all */
export const legend = (room, all) => (all.some((each) => doubtful(room, each)) ? `* ${t('Wording not yet confirmed')}` : '')

/** @param {Toimi.Room} room @param {Worded} of */
const doubtful = (room, { words, unconfirmed }) => !!unconfirmed?.some((each) => each === room.spoken(words).lang)

/** @param {{ lang: string }} props */
const Mark = ({ lang }) =>
  html`<span class="unofficial" lang=${lang} title=${t('This wording is ours; the official one is still to be confirmed.')}><span aria-hidden="true">*</span><span class="sr"> (${t('Wording not yet confirmed')})</span></span>`
