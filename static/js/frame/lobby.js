/** Before the first step: you are in, the day, who is here, who sees what. Waiting should be calm. */
import { html } from '../core/html.js'
import { t, timeOfDay, tn } from '../core/words.js'
import { Avatar } from '../parts/marks.js'
import { mySeat, steps, titleOf } from './steps.js'
import { You } from './you.js'

/** @param {{ room: Toimi.Room, news: any }} props */
export function Lobby({ room, news }) {
  const seat = mySeat(room)
  return html`<div class="wrap lobby">
    <div class="stack gap-6">
      <div>
        <h1 tabindex="-1">${seat?.name ? t('You are in, %(name)s.', { name: seat.name }) : t('You are in.')}</h1>
        <p class="lg muted mt-3">${t('Keep this page open: it moves on by itself when the facilitator begins.')}</p>
      </div>
      <${You} room=${room} seat=${seat} news=${news} />
      <${Day} room=${room} />
    </div>
    <div class="stack gap-6"><${Here} room=${room} /><${Sees} /></div>
  </div>`
}

/** @param {{ room: Toimi.Room }} props */
function Day({ room }) {
  return html`<section aria-labelledby="today" class="pane pane__pad">
    <h2 id="today">${t('The day')}</h2>
    <ol class="dayline mt-4">${steps(room).map((step) => html`<${Planned} key=${step.id} room=${room} step=${step} />`)}</ol>
  </section>`
}

/** A pinned time, or how long it takes. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Planned({ room, step }) {
  const spoken = room.spoken(step.title)
  const when = step.pinned ? pinned(step.pinned) : t('%(n)s min', { n: step.minutes })
  return html`<li class=${step.kind === 'break' ? 'is-break' : ''}><span class="dayline__when">${when}</span><i aria-hidden="true"></i><span lang=${spoken.text ? spoken.lang : undefined}>${titleOf(room, step)}</span></li>`
}

/** "10:30" as the reader writes times. @param {string} time */
const pinned = (time) => timeOfDay(new Date(`2000-01-01T${time}`))

const SHOWN = 3

/** @param {{ room: Toimi.Room }} props */
function Here({ room }) {
  const people = room.store.all('seat:').filter((seat) => seat.role === 'participant' && !seat.removed)
  const organisations = [...new Set(people.map((seat) => seat.organisation))].sort((a, b) => a.localeCompare(b, room.language))
  return html`<section class="pane pane__pad" aria-labelledby="here">
    <div class="row row--apart"><h2 id="here">${t('Who is in')}</h2><p class="num sm"><b>${people.length}</b><span class="sr"> ${tn('person', 'people', people.length)}</span></p></div>
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
      <span class="presence" aria-hidden="true">
        ${people.slice(0, SHOWN).map((seat) => html`<${Avatar} key=${seat.id} name=${seat.name} letter=${letter(seat)} small />`)}
        ${people.length > SHOWN && html`<span class="presence__more xs">+${people.length - SHOWN}</span>`}
      </span>
      <span class="num nowrap">${people.length}<span class="sr"> ${tn('person', 'people', people.length)}: ${people.map((seat) => seat.name).join(', ')}</span></span>
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
