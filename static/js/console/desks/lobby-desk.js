/** Before the first step: what is ready, and what is still to do. */
import { html } from '../../core/html.js'
import { t, tn } from '../../core/words.js'
import { Icon } from '../../parts/icon.js'
import { groups, people } from '../host.js'

/** @param {{ host: import('../host.js').Host }} props */
export function LobbyDesk({ host }) {
  const { room } = host
  const all = people(room)
  const formed = groups(room)
  const decider = room.store.all('seat:').find((seat) => seat.decider)
  const loose = all.filter((seat) => !seat.group).length
  const form = () => (host.asking.value = 'groups')
  const see = () => (host.view.value = 'people')
  return html`<ul class="checks">
    <${Check} done=${all.length > 0} words=${all.length ? tn('%(n)s person is in', '%(n)s people are in', all.length) : t('Nobody is in yet')} more=${t('The screen shows the code and a QR code to join.')} act=${t('See the people')} onAct=${see} />
    <${Check} done=${formed.length > 0 && !loose} words=${formed.length ? tn('%(n)s group', '%(n)s groups', formed.length) : t('No groups yet')} more=${formed.length && loose ? tn('%(n)s person is in no group.', '%(n)s people are in no group.', loose) : t('Groups of four or five write goals, metrics and actions.')} act=${formed.length ? t('Form them anew') : t('Form groups')} onAct=${form} />
    <${Check} done=${!!decider} words=${decider ? t('%(name)s decides', { name: decider.name }) : t('No decider is named')} more=${t('The decider draws the line after a vote and agrees on levels.')} act=${t('Name one')} onAct=${see} />
    <li class="pane pane__pad checks__line"><${Icon} name="print" />
      <div><p><b>${t('Paper')}</b></p><p class="sm muted">${t('A sheet for the door; numbered answer sheets and cards for those without a device.')}</p></div>
      <a class="btn btn--sm" href=${room.boot.urls.paper}>${t('Print')}</a></li>
  </ul>`
}

/** @param {{ done: boolean, words: string, more: string, act: string, onAct: () => void }} props */
function Check({ done, words, more, act, onAct }) {
  return html`<li class="pane pane__pad checks__line">
    <${Icon} name=${done ? 'done' : 'ring'} />
    <div><p><b>${words}</b></p><p class="sm muted">${more}</p></div>
    <button type="button" class="btn btn--sm" onClick=${onAct}>${act}</button>
  </li>`
}
