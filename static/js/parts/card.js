/** What people wrote: notes, and clusters that hold them. */
import { html } from '../core/html.js'
import { GroupMark } from './marks.js'

/** The number of a line, seen; who listens hears it from the list itself. @param {{ n?: number }} props */
export const Nth = ({ n }) => (n === undefined ? null : html`<span class="nth" aria-hidden="true">${n}</span>`)

/**
 * @param {object} props
 * @param {any} [props.children] the words
 * @param {string} [props.lang] of the words
 * @param {any} [props.foot] left of the foot; who or where from
 * @param {any} [props.aside] right of the foot; time, a menu
 * @param {'' | 'sending' | 'mine'} [props.state]
 * @param {string} [props.as] the element: li in lists
 * @param {number} [props.nth] its number in a numbered list
 */
export function Note({ children, lang, foot, aside, state = '', as = 'article', nth }) {
  return html`<${as} class=${`note${state && ` is-${state}`}`}>
    <${Nth} n=${nth} /><div lang=${lang}>${children}</div>
    ${(foot || aside) && html`<footer><span>${foot}</span><span>${aside}</span></footer>`}
  </${as}>`
}

/**
 * @param {object} props
 * @param {any} props.name
 * @param {any} [props.children] notes
 * @param {any} [props.aside] dots, count, a menu
 * @param {string} [props.letter] of the group it belongs to
 * @param {boolean} [props.fixed] solid: nothing may be moved
 * @param {boolean} [props.over] something is held over it
 * @param {number} [props.nth] its number in a numbered list
 */
export function Cluster({ name, children, aside, letter, fixed = false, over = false, nth }) {
  return html`<section class=${`cluster${fixed ? ' cluster--fixed' : ''}${over ? ' is-over' : ''}`}>
    <div class="cluster__head">
      <h3 class="cluster__name"><${Nth} n=${nth} />${name}</h3>
      <span class="row gap-2">${letter && html`<${GroupMark} letter=${letter} small />`}${aside}</span>
    </div>
    ${children}
  </section>`
}
