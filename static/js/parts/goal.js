/** The goal on its span: an open ring where we are, a line, a filled dot where we go. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/**
 * @param {object} props
 * @param {any} props.from words or a field
 * @param {any} props.to
 * @param {string} [props.by] the year or day, worded
 * @param {string} [props.lang] of both texts
 * @param {boolean} [props.large]
 * @param {any} [props.head] above: theme, objective, status
 * @param {any} [props.foot]
 */
export function GoalCard({ from, to, by, lang, large = false, head, foot }) {
  return html`<article class=${`card goal${large ? '' : ' goal--sm'}`}>
    ${head && html`<div class="row row--apart goal__head">${head}</div>`}
    <${GoalParts} from=${from} to=${to} by=${by} lang=${lang} large=${large} />
    ${foot}
  </article>`
}

/** The span alone, for a sheet or a slide of its own. @param {{ from: any, to: any, by?: string, lang?: string, large?: boolean }} props */
export function GoalParts({ from, to, by, lang, large = false }) {
  return html`<div class="goal__parts">
    <div class="goal__part goal__part--from">
      <p class="goal__lab">${t('From')}</p>
      <p class="goal__text muted" lang=${lang}>${from}</p>
    </div>
    <div class="goal__part goal__part--to">
      <p class="goal__lab">${by ? t('To, by %(when)s', { when: by }) : t('To')}</p>
      <p class=${`goal__text${large ? ' goal__text--lg' : ''}`} lang=${lang}>${to}</p>
    </div>
  </div>`
}

/**
 * The span around two fields; each keeps its label, a note beside it and what is written.
 * @param {{ from: any, to: any, fromNote?: string, toNote?: string }} props
 */
export function GoalFields({ from, to, fromNote = t('where we are today'), toNote = t('what is true when we are done') }) {
  return html`<div class="goal__parts goal__parts--wide">
    <div class="goal__part goal__part--from"><p class="goal__lab" aria-hidden="true">${t('From')} <small>${fromNote}</small></p>${from}</div>
    <div class="goal__part goal__part--to"><p class="goal__lab" aria-hidden="true">${t('To')} <small>${toNote}</small></p>${to}</div>
  </div>`
}
