/** The screen: what the room looks at. Large, calm, one finding at a time; it asks nothing and names nobody. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { steps } from '../frame/steps.js'
import { Banner } from '../parts/banner.js'
import { Skeleton } from '../parts/empty.js'
import { DraftWall } from '../walls/draft.js'
import { Foot } from '../walls/foot.js'
import { LobbyWall } from '../walls/lobby.js'
import { OverWall } from '../walls/over.js'
import { ResultsWall } from '../walls/results.js'
import { showing } from '../walls/showing.js'
import { SpotlightWall } from '../walls/spotlight.js'
import { TaskWall } from '../walls/task.js'
import { open } from './open.js'

/** @param {{ room: Toimi.Room }} props */
function Screen({ room }) {
  const now = room.store.panel('now')
  const order = steps(room)
  const step = order.find((each) => each.id === now?.step) ?? null
  const shown = showing(now, step, order[order.length - 1] === step)
  const timed = !!step && shown !== 'task'
  return html`<${Banner} banner=${room.banner.value?.kind === 'back' ? null : room.banner.value} />
    <main class="stage" id="main" aria-label=${t('Screen')}>
      <div class=${`stage__wall stage__wall--${shown}`} key=${`${shown}:${step?.id}:${step?.phase}`}>
        ${room.store.ready.value ? wall(room, shown, step, now) : html`<${Skeleton} />`}
      </div>
      <${Foot} room=${room} step=${shown === 'lobby' || shown === 'over' ? null : step} timed=${timed} door=${!['lobby', 'code', 'over'].includes(shown)} />
    </main>`
}

/**
 * @param {Toimi.Room} room
 * @param {import('../walls/showing.js').Showing} shown
 * @param {Toimi.Step | null} step
 * @param {Toimi.Now | null} now
 */
function wall(room, shown, step, now) {
  if (shown === 'spotlight' && now?.spotlight) return html`<${SpotlightWall} room=${room} card=${now.spotlight} />`
  if (shown === 'plan') return html`<${DraftWall} room=${room} />`
  if (shown === 'over') return html`<${OverWall} room=${room} />`
  if (!step || shown === 'code' || shown === 'lobby') return html`<${LobbyWall} room=${room} />`
  return shown === 'results' ? html`<${ResultsWall} room=${room} step=${step} />` : html`<${TaskWall} room=${room} step=${step} />`
}

open(Screen)
