/** One's own seat in the lobby: where one sits, for whom, in which language; the group; other devices. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { SelectField, TextField } from '../parts/field.js'
import { GroupMark } from '../parts/marks.js'
import { Seg } from '../parts/seg.js'
import { changeLanguage } from './language.js'
import { onItsWay } from './pending.js'
import { myGroup } from './steps.js'

/** @param {{ room: Toimi.Room, seat: Toimi.Seat | null, news: any }} props */
export function You({ room, seat, news }) {
  const open = useSignal(false)
  return html`<section class="pane pane__pad stack" aria-labelledby="you">
    <div class="row row--apart"><h2 id="you">${t('You in this workshop')}</h2>
      ${seat && room.role === 'participant' && html`<button type="button" class="btn btn--quiet btn--sm" aria-expanded=${open.value} onClick=${() => (open.value = !open.value)}>${open.value ? t('Done') : t('Change')}</button>`}</div>
    ${seat && (open.value ? html`<${Change} room=${room} seat=${seat} news=${news} />` : html`<${Said} room=${room} seat=${seat} />`)}
    <${InGroup} room=${room} />
    <p class="sm row gap-5"><a class="linkline" href=${room.boot.urls.device}>${t('Go on with another device')}</a></p>
  </section>`
}

/** @type {{ [place in Toimi.Place]: () => string }} */
const PLACES = { room: () => t('In the room'), remote: () => t('At a distance'), phone: () => t('By phone only') }

/** @param {{ room: Toimi.Room, seat: Toimi.Seat }} props */
function Said({ room, seat }) {
  const roles = room.boot.pack.role_groups.find(({ id }) => id === seat.role_group)
  return html`<p>${[seat.name, seat.organisation, roles && room.said(roles.name), PLACES[seat.place]?.()].filter(Boolean).join(' · ')}</p>`
}

/** @param {{ room: Toimi.Room, seat: Toimi.Seat, news: any }} props */
function Change({ room, seat, news }) {
  const typed = useSignal(seat.organisation)
  const revise = async (/** @type {Partial<Toimi.Commands['ReviseSeat']>} */ change) => {
    const { ok, words } = await room.ask('ReviseSeat', { seat: seat.id, ...change })
    if (!ok) news.say(words, { icon: 'alert' })
  }
  const coming = { ...seat, ...onItsWay(room, 'ReviseSeat', { seat: seat.id }) }
  const known = [...new Set(room.store.all('seat:').map((each) => each.organisation))].filter(Boolean)
  return html`<div class="stack gap-4">
    <${TextField} label=${t('Organisation')} value=${typed.value} maxLength=${120} list="organisations" onInput=${(/** @type {string} */ text) => (typed.value = text)} onBlur=${() => typed.value.trim() !== seat.organisation && revise({ organisation: typed.value.trim() })} />
    <datalist id="organisations">${known.map((name) => html`<option key=${name} value=${name} />`)}</datalist>
    <${SelectField} label=${t('Role group')} value=${coming.role_group} empty=${t('Not chosen')} options=${room.boot.pack.role_groups.map(({ id, name }) => ({ value: id, words: room.said(name) }))} onPick=${(/** @type {string} */ role_group) => revise({ role_group })} />
    <${Seg} label=${t('Where are you?')} heard=${false} value=${coming.place} options=${Object.entries(PLACES).map(([value, words]) => ({ value, words: words() }))} onPick=${(/** @type {Toimi.Place} */ place) => revise({ place })} />
    <${Seg} label=${t('Language')} heard=${false} value=${room.language} options=${room.languages.map((code) => ({ value: code, words: NAMES[code] }))} onPick=${(/** @type {Toimi.Language} */ language) => changeLanguage(room, language)} />
  </div>`
}

/** @type {{ [language in Toimi.Language]: string }} */
const NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/** @param {{ room: Toimi.Room }} props */
function InGroup({ room }) {
  const group = myGroup(room)
  if (!group) return null
  const others = room.store.all('seat:').filter((each) => each.group === group.id && each.id !== room.seat && !each.removed)
  return html`<div class="row row--nowrap gap-4">
    <${GroupMark} letter=${group.letter} />
    <p class="sm"><b>${t('You are in group %(letter)s', { letter: group.letter })}</b>
      ${others.length > 0 && html`<br /><span class="muted">${t('with %(names)s', { names: others.map(({ name }) => name).join(', ') })}</span>`}
      ${group.place && html`<br /><${Place} place=${group.place} />`}</p>
  </div>`
}

/** A table, or a link to a meeting. @param {{ place: string }} props */
function Place({ place }) {
  return /^https?:\/\//.test(place) ? html`<a href=${place} rel="noopener noreferrer" target="_blank">${t('Open the group’s meeting')}</a>` : html`<span>${place}</span>`
}
