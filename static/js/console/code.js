/** The way in, for who comes late: code, QR and link. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'

/** @param {{ host: import('./host.js').Host }} props */
export function Code({ host }) {
  const { boot } = host.room
  if (!boot.code) return html`<p class="sm muted control">${t('The door is shut: nobody can join by code.')}</p>`
  return html`<section class="codebox control" aria-label=${t('Joining')}>
    <img class="qr" src=${boot.urls.qr} alt=${t('QR code to join the workshop')} width="104" height="104" />
    <div>
      <p class="sm muted">${doorOf(boot.urls.join)}</p>
      <p class="code">${boot.code}</p>
      <button type="button" class="linklike sm" onClick=${() => copy(host)}>${t('Copy the link')}</button>
    </div>
  </section>`
}

/** The address people type, without the code. @param {string} join */
export const doorOf = (join) => (join ? new URL(join, globalThis.location.href).host : '')

/** A plain-http page of a closed room has no clipboard; there the link is shown to be copied by hand. @param {import('./host.js').Host} host */
async function copy(host) {
  const link = new URL(host.room.boot.urls.join, globalThis.location.href).href
  try {
    await navigator.clipboard.writeText(link)
    host.news.say(t('The link is copied.'), { icon: 'copy' })
  } catch {
    host.news.say(link, { icon: 'link' })
  }
}
