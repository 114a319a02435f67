/** Whose and what: numbers of themes, letters of groups, initials of people. Colour never speaks alone. */
import { html } from '../core/html.js'
import { Icon, Sign } from './icon.js'
import { groupLook, initials, themeLook } from './looks.js'

/** @param {{ number: number, label?: any, large?: boolean, lang?: string }} props */
export function ThemeNumber({ number, label, large = false, lang }) {
  return html`<span class=${`theme ${themeLook(number)}`}>
    <span class=${large ? 'theme__n theme__n--lg' : 'theme__n'}>${number}</span>
    ${label && html`<span lang=${lang}>${label}</span>`}
  </span>`
}

/** @param {{ letter: string, small?: boolean }} props */
export function GroupMark({ letter, small = false }) {
  const look = groupLook(letter)
  return html`<span class=${`gmark g-${look}${small ? ' gmark--sm' : ''}`}>
    <${Sign} name=${`group-${look}`} box="0 0 32 32" /><b>${letter}</b>
  </span>`
}

/**
 * Initials on the group's colour. The name is said beside it or by `Presence`.
 * @param {{ name: string, letter?: string, state?: 'writing' | 'away' | '', small?: boolean }} props
 */
export function Avatar({ name, letter = '', state = '', small = false }) {
  const look = letter ? ` g-${groupLook(letter)}` : ''
  return html`<span class=${`avatar${look}${state && ` is-${state}`}${small ? ' avatar--sm' : ''}`} aria-hidden="true">${initials(name)}</span>`
}

/**
 * People side by side; `words` says the same in a sentence for who does not see it.
 * @param {{ people: { seat: string, name: string, letter?: string, state?: 'writing' | 'away' | '' }[], more?: string, words?: string, small?: boolean }} props
 */
export function Presence({ people, more = '', words = '', small = false }) {
  return html`<span class="presence">
    ${people.map((person) => html`<${Avatar} key=${person.seat} ...${person} small=${small} />`)}
    ${more && html`<span class="presence__more" aria-hidden=${words ? 'true' : undefined}>${more}</span>`}
    ${words && html`<span class="sr">${words}</span>`}
  </span>`
}

/** @param {{ kind: 'ok' | 'warn' | 'bad' | 'none' | 'info' | 'solid', children?: any }} props */
export function Status({ kind, children }) {
  return html`<span class=${`status status--${kind}`}><${Sign} name=${`status-${kind}`} box="0 0 16 16" />${children}</span>`
}

/** @param {{ children?: any }} props */
export const Tag = ({ children }) => html`<span class="tag">${children}</span>`

/** @param {{ children?: any }} props */
export const Key = ({ children }) => html`<kbd class="kbd">${children}</kbd>`

/**
 * Baseline to target: a ring, a line, a dot.
 * @param {{ from: any, to: any, between?: string }} props `between` is read aloud for the line
 */
export function Span({ from, to, between = '–' }) {
  return html`<span class="span"><span>${from}</span><${Sign} name="span" box="0 0 42 18" cls="span__sign" /><span class="sr">${between}</span><b>${to}</b></span>`
}

/** @param {{ on: number, of: number }} props small dots in lists */
export function Pips({ on, of }) {
  return html`<span class="pips" aria-hidden="true">${filled(on, of)}</span>`
}

/** @param {{ on: number, of?: number, label: string, count?: boolean, block?: boolean }} props dots given, of those there are */
export function Dots({ on, of = on, label, count = false, block = false }) {
  return html`<span class=${block ? 'dots dots--block' : 'dots'} role=${label ? 'img' : undefined} aria-label=${label || undefined} aria-hidden=${label ? undefined : 'true'}>${filled(on, of)}${count && html`<b>${on}</b>`}</span>`
}

/**
 * @param {number} on
 * @param {number} of
 */
const filled = (on, of) => Array.from({ length: Math.max(on, of) }, (_, n) => html`<i key=${n} class=${n < on ? 'on' : ''} />`)

/** @param {{ name: string, children?: any }} props a sign and words in a row */
export const Line = ({ name, children }) => html`<span class="signed"><${Icon} name=${name} />${children}</span>`
