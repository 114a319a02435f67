/** Before it begins, and whenever somebody is to come in: the address, the code, the QR code, how many are in. */
import { doorOf } from '../console/code.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room }} props */
export function LobbyWall({ room }) {
  const { boot, store } = room
  const workshop = store.panel('workshop')
  const title = room.spoken(workshop?.title)
  const people = workshop?.people ?? 0
  return html`<${WallHead} over=${workshop?.organisation} title=${title.text} lang=${title.lang} />
    <section class="door" aria-label=${t('Joining')}>
      ${boot.code
        ? html`<img class="door__qr" src=${boot.urls.qr} alt=${t('QR code to join the workshop')} />
          <div class="door__way"><p class="door__at">${t('Join at')} <b>${doorOf(boot.urls.join)}</b></p><p class="door__code num">${boot.code}</p>
          <p class="door__in" role="status"><b class="num">${people}</b> ${tn('person is in', 'people are in', people)}</p></div>`
        : html`<p class="door__at">${t('The door is shut. Ask the facilitator to let you in.')}</p>`}
    </section>`
}
