/** What people wrote: notes, and clusters that hold them. */
import { html } from '../core/html.js'
import { GroupMark } from './marks.js'

/**
 * @param {object} props
 * @param {any} [props.children] the words
 * @param {string} [props.lang] of the words
 * @param {any} [props.foot] left of the foot; who or where from
 * @param {any} [props.aside] right of the foot; time, a menu
 * @param {'' | 'held' | 'sending' | 'out' | 'mine'} [props.state]
 * @param {string} [props.as] the element: li in lists
 */
export function Note({ children, lang, foot, aside, state = '', as = 'article' }) {
  return html`<${as} class=${`note${state && ` is-${state}`}`}>
    <div lang=${lang}>${children}</div>
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
 */
export function Cluster({ name, children, aside, letter, fixed = false, over = false }) {
  return html`<section class=${`cluster${fixed ? ' cluster--fixed' : ''}${over ? ' is-over' : ''}`}>
    <div class="cluster__head">
      <h3 class="cluster__name">${name}</h3>
      <span class="row gap-2">${letter && html`<${GroupMark} letter=${letter} small />`}${aside}</span>
    </div>
    ${children}
  </section>`
}
