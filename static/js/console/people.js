/** The people: who is in, from where, in which group, online or not; and what may be done for each. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { TextField } from '../parts/field.js'
import { Icon } from '../parts/icon.js'
import { Avatar, GroupMark, Tag } from '../parts/marks.js'
import { Menu } from '../parts/menu.js'
import { GroupBoard } from './group-board.js'
import { groups, people } from './host.js'
import { personDeeds } from './person-deeds.js'
import { PersonAsked } from './person-asked.js'

/** @param {{ host: import('./host.js').Host }} props */
export function People({ host }) {
  const { room } = host
  const sought = useSignal('')
  const doing = useSignal(/** @type {{ what: 'remove' | 'merge' | 'cohost', seat: Toimi.Seat } | null} */ (null))
  const all = people(room)
  const found = all.filter((seat) => matches(seat, sought.value))
  const others = room.store.all('seat:').filter((seat) => seat.role !== 'participant' && matches(seat, sought.value))
  return html`<div class="stack gap-5">
    <h1 class="text-xl">${t('People and groups')}</h1>
    <${GroupBoard} host=${host} />
    <section class="stack gap-3" aria-labelledby="everybody">
      <div class="row row--apart"><h2 id="everybody" class="text-md">${tn('%(n)s person', '%(n)s people', all.length)}</h2><span class="row gap-2"><a class="btn btn--sm" href=${room.boot.urls.person}><${Icon} name="plus" /> ${t('Somebody without a device')}</a><a class="btn btn--sm" href=${room.boot.urls.paper}><${Icon} name="print" /> ${t('Paper')}</a><button type="button" class="btn btn--sm" onClick=${() => (host.asking.value = 'note:all')}><${Icon} name="chat" /> ${t('A note to all')}</button></span></div>
      <${TextField} label=${t('Search by name or organisation')} type="search" value=${sought.value} onInput=${(/** @type {string} */ text) => (sought.value = text)} />
      <ul class="people">
        ${[...found.toSorted((a, b) => Number(!!a.group) - Number(!!b.group)), ...others].map((seat) => html`<${Person} key=${seat.id} host=${host} seat=${seat} doing=${doing} />`)}
      </ul>
      ${!found.length && !others.length && html`<p class="muted">${t('Nobody by that name.')}</p>`}
    </section>
    <${PersonAsked} host=${host} doing=${doing} />
  </div>`
}

/** @param {Toimi.Seat} seat @param {string} sought */
const matches = (seat, sought) => `${seat.name} ${seat.organisation}`.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())

/** @type {{ [place in Toimi.Place]: () => string }} */
const PLACES = { room: () => t('in the room'), remote: () => t('remote'), phone: () => t('on a phone line') }
/** @type {{ [role: string]: () => string }} */
const ROLES = { host: () => t('facilitator'), cohost: () => t('co-facilitator'), observer: () => t('observer'), screen: () => t('screen') }

/** @param {{ host: import('./host.js').Host, seat: Toimi.Seat, doing: import('@preact/signals').Signal<any> }} props */
function Person({ host, seat, doing }) {
  const { room } = host
  const group = groups(room).find((each) => each.id === seat.group)
  const offline = room.store.panel('attention')?.offline.includes(seat.id)
  const role = ROLES[seat.role]
  const more = [seat.organisation, seat.role === 'participant' && PLACES[seat.place](), seat.language !== room.language && seat.language.toUpperCase()].filter(Boolean)
  return html`<li class="people__line">
    <${Avatar} name=${seat.name} letter=${group?.letter ?? ''} state=${offline ? 'away' : ''} small />
    <div class="people__who"><p class="sm"><b>${seat.name || t('Without a name')}</b> ${seat.decider && html`<${Tag}>${t('decides')}</${Tag}>`}${role && html`<${Tag}>${role()}</${Tag}>`}</p>
      <p class="xs muted">${more.join(', ')}${offline && html` <span class="people__off">${t('offline')}</span>`}</p></div>
    <span class="people__group">${group ? html`<span class="signed"><${GroupMark} letter=${group.letter} small /><span class="sr">${t('Group %(letter)s', { letter: group.letter })}</span></span>` : seat.role === 'participant' && html`<span class="xs muted">${t('no group')}</span>`}</span>
    <${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do for %(name)s', { name: seat.name })} deeds=${personDeeds(host, seat, doing)} />
  </li>`
}
