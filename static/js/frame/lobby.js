/** Before the first step: you are in, the day, who is here, who sees what. Waiting should be calm. */
import { html } from '../core/html.js'
import { t, timeOfDay, tn } from '../core/words.js'
import { Avatar, GroupMark } from '../parts/marks.js'
import { mySeat, myGroup, steps, titleOf } from './steps.js'

/** @param {{ room: Toimi.Room }} props */
export function Lobby({ room }) {
  const seat = mySeat(room)
  return html`<div class="wrap lobby">
    <div class="stack gap-6">
      <div>
        <h1 tabindex="-1">${seat?.name ? t('You are in, %(name)s.', { name: seat.name }) : t('You are in.')}</h1>
        <p class="lg muted mt-3">${t('Keep this page open: it moves on by itself when the facilitator begins.')}</p>
      </div>
      <${You} room=${room} seat=${seat} />
      <${Day} room=${room} />
    </div>
    <div class="stack gap-6"><${Here} room=${room} /><${Sees} /></div>
  </div>`
}

/** @param {{ room: Toimi.Room, seat: Toimi.Seat | null }} props */
function You({ room, seat }) {
  const group = myGroup(room)
  const others = room.store.all('seat:').filter((each) => group && each.group === group.id && each.id !== room.seat)
  return html`<section class="pane pane__pad stack" aria-labelledby="you">
    <h2 id="you">${t('You in this workshop')}</h2>
    <p>${[seat?.name, seat?.organisation].filter(Boolean).join(', ')}</p>
    ${group &&
    html`<div class="row row--nowrap gap-4">
      <${GroupMark} letter=${group.letter} />
      <p class="sm"><b>${t('You are in group %(letter)s', { letter: group.letter })}</b>
        ${others.length > 0 && html`<br /><span class="muted">${t('with %(names)s', { names: others.map(({ name }) => name).join(', ') })}</span>`}
        ${group.place && html`<br /><${Place} place=${group.place} />`}</p>
    </div>`}
    <p class="sm"><a href=${room.boot.urls.device}>${t('Go on with another device')}</a></p>
  </section>`
}

/** A table, or a link to a meeting. @param {{ place: string }} props */
function Place({ place }) {
  return /^https?:\/\//.test(place) ? html`<a href=${place} rel="noopener noreferrer" target="_blank">${t('Open the group’s meeting')}</a>` : html`<span>${place}</span>`
}

/** @param {{ room: Toimi.Room }} props */
function Day({ room }) {
  return html`<section aria-labelledby="today" class="pane pane__pad">
    <h2 id="today">${t('The day')}</h2>
    <ol class="dayline mt-4">
      ${steps(room).map(
        (step) => html`<li key=${step.id} class=${step.kind === 'break' ? 'is-break' : ''}>
          <time>${step.pinned || (step.opened_at ? timeOfDay(step.opened_at) : t('%(n)s min', { n: step.minutes }))}</time><i aria-hidden="true"></i><span>${titleOf(room, step)}</span>
        </li>`,
      )}
    </ol>
  </section>`
}

const SHOWN = 3

/** @param {{ room: Toimi.Room }} props */
function Here({ room }) {
  const people = room.store.all('seat:').filter((seat) => seat.role === 'participant')
  const organisations = [...new Set(people.map((seat) => seat.organisation))].sort()
  return html`<section class="pane pane__pad" aria-labelledby="here">
    <div class="row row--apart"><h2 id="here">${t('Who is in')}</h2><p class="num sm"><b>${people.length}</b></p></div>
    <ul class="rollcall mt-3">
      ${organisations.map((name) => html`<${Organisation} key=${name} room=${room} name=${name} people=${people.filter((seat) => seat.organisation === name)} />`)}
    </ul>
  </section>`
}

/** @param {{ room: Toimi.Room, name: string, people: Toimi.Seat[] }} props */
function Organisation({ room, name, people }) {
  const letter = (/** @type {Toimi.Seat} */ seat) => (seat.group ? room.store.panel(`group:${seat.group}`)?.letter : '') ?? ''
  return html`<li>
    <span>${name || t('No organisation')}</span>
    <span class="row row--nowrap gap-3">
      <span class="presence">
        ${people.slice(0, SHOWN).map((seat) => html`<${Avatar} key=${seat.id} name=${seat.name} letter=${letter(seat)} small />`)}
        ${people.length > SHOWN && html`<span class="presence__more xs" aria-hidden="true">+${people.length - SHOWN}</span>`}
      </span>
      <span class="num nowrap">${people.length}<span class="sr"> ${tn('person', 'people', people.length)}</span></span>
    </span>
  </li>`
}

function Sees() {
  return html`<section aria-labelledby="sees" class="pane pane__pad">
    <h2 id="sees">${t('Who sees what you write')}</h2>
    <dl class="who mt-3">
      <dt>${t('Ratings and votes')}</dt><dd>${t('Nobody sees yours. The room sees all of them together.')}</dd>
      <dt>${t('Ideas and examples')}</dt><dd>${t('Everyone once they are shown, without your name unless the step says otherwise.')}</dd>
      <dt>${t('Goals and metrics')}</dt><dd>${t('Your group while you write, then everyone, under the group’s letter.')}</dd>
      <dt>${t('The operator')}</dt><dd>${t('Whoever runs the service could find out who wrote what.')}</dd>
    </dl>
  </section>`
}
