/** The participant's page: one step at a time, and everything one wrote safe. */
import { useMemo } from 'preact/hooks'
import { boardOf } from '../boards/index.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Bar } from '../frame/bar.js'
import { Header } from '../frame/header.js'
import { KeptForYou } from '../frame/kept.js'
import { Lobby } from '../frame/lobby.js'
import { MovedOn, useFollowing } from '../frame/moved.js'
import { Notes } from '../frame/notes.js'
import { Parking } from '../frame/parking.js'
import { Banner } from '../parts/banner.js'
import { Empty, Skeleton } from '../parts/empty.js'
import { Toasts, openNews } from '../parts/toast.js'
import { open } from './open.js'

/** @param {{ room: Toimi.Room }} props */
function Participant({ room }) {
  const news = useMemo(openNews, [])
  const { at, ahead, go } = useFollowing(room)
  const gone = room.store.panel('me')?.removed
  return html`<a class="skip" href="#main">${t('Skip to content')}</a>
    <${Header} room=${room} />
    <${Banner} banner=${room.banner.value}><${KeptForYou} room=${room} /></${Banner}>
    <main class="app__main" id="main" tabindex="-1">
      <${MovedOn} room=${room} ahead=${ahead} go=${go} />
      <${Notes} room=${room} />
      ${gone ? html`<${Gone} />` : html`<${Place} room=${room} step=${at} news=${news} />`}
    </main>
    ${!gone && html`<${Bar} room=${room} step=${at} news=${news}><${Parking} room=${room} news=${news} /></${Bar}>`}
    <${Toasts} news=${news} />`
}

/** @param {{ room: Toimi.Room, step: string | null, news: ReturnType<typeof openNews> }} props */
function Place({ room, step, news }) {
  if (!room.store.ready.value) return html`<div class="wrap"><${Skeleton} /></div>`
  const found = step ? room.store.panel(`step:${step}`) : null
  if (!found) return html`<${Lobby} room=${room} />`
  const Board = boardOf(room.boot.kinds[found.kind]?.board)
  return html`<${Board} key=${found.id} room=${room} step=${found} news=${news} />`
}

function Gone() {
  return html`<div class="wrap"><${Empty} title=${t('Your seat was taken away.')} text=${t('What you gave stays in the workshop. Ask the facilitator if this is wrong.')} /></div>`
}

open(Participant)
