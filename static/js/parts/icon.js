/** Drawn signs, all out of static/icons.svg. */
import { html } from '../core/html.js'

const SPRITE = new URL('../../icons.svg', import.meta.url).href

/**
 * A sign of 24 × 24; always beside words or inside something with a name of its own.
 * @param {{ name: string, cls?: string }} props
 */
export function Icon({ name, cls = 'i' }) {
  return html`<svg class=${cls} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true" focusable="false">
    <use href=${`${SPRITE}#${name}`} />
  </svg>`
}

/**
 * A sign of another size: `group-a` … `group-h` (32), `status-ok` … (16), `span`, `span-open` (42 × 18), `span-lost` (144 × 28).
 * @param {{ name: string, box: string, cls?: string }} props
 */
export function Sign({ name, box, cls }) {
  return html`<svg class=${cls} viewBox=${box} aria-hidden="true" focusable="false"><use href=${`${SPRITE}#${name}`} /></svg>`
}

/** @param {{ href?: string, label?: string, cls?: string }} props without `href` it is a picture, not a link */
export function Logo({ href, label = 'Toimi', cls = '' }) {
  const sign = html`<${Sign} name="span" box="0 0 42 18" /><span>Toimi</span>`
  return href ? html`<a class=${`logo ${cls}`} href=${href} aria-label=${label}>${sign}</a>` : html`<span class=${`logo ${cls}`}>${sign}</span>`
}

/** @param {{ ready?: boolean }} props a goal in small: whole when ready, dashed while in work */
export function MiniSpan({ ready = false }) {
  return html`<${Sign} name=${ready ? 'span' : 'span-open'} box="0 0 42 18" cls=${ready ? 'minispan' : 'minispan minispan--open'} />`
}
