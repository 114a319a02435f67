/** The participant's page: one step at a time, and everything one wrote safe. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { boardOf } from '../boards/index.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Bar } from '../frame/bar.js'
import { Header } from '../frame/header.js'
import { KeptForYou, SeeKept } from '../frame/kept.js'
import { Lobby } from '../frame/lobby.js'
import { MovedOn, useFollowing } from '../frame/moved.js'
import { Notes } from '../frame/notes.js'
import { AllOver } from '../frame/over.js'
import { GoneAhead, RunsToo, removed, useGroupTold } from '../frame/part.js'
import { Paused } from '../frame/paused.js'
import { titleOf } from '../frame/steps.js'
import { TryNow } from '../frame/trynow.js'
import { Banner } from '../parts/banner.js'
import { Empty, Skeleton } from '../parts/empty.js'
import { Toasts, openNews } from '../parts/toast.js'
import { open } from './open.js'

/** @param {{ room: Toimi.Room }} props */
function Participant({ room }) {
  const news = useMemo(openNews, [])
  const { step, held, ahead, go } = useFollowing(room)
  const keeping = useSignal(false)
  const gone = removed(room)
  useTitle(room, step)
  useGroupTold(room, news)
  useEffect(() => room.near.tell({ where: step?.id ?? '', writing: false }), [step?.id, room.connection.value.state])
  return html`<a class="skip" href="#main">${t('Skip to content')}</a>
    <${Header} room=${room} />
    <${Banner} banner=${room.banner.value}><${TryNow} room=${room} /><${SeeKept} room=${room} open=${keeping} /></${Banner}>
    <${MovedOn} room=${room} held=${held} ahead=${ahead} go=${go} />
    <${RunsToo} room=${room} /><${GoneAhead} room=${room} />
    <${Notes} room=${room} />
    <${Paused} room=${room} />
    ${!gone && html`<${AllOver} room=${room} step=${step} />`}
    <main class="app__main" id="main" tabindex="-1">
      ${gone ? html`<${Gone} />` : html`<${Place} room=${room} step=${step} news=${news} />`}
    </main>
    ${!gone && html`<${Bar} room=${room} step=${step} news=${news} />`}
    <${KeptForYou} room=${room} open=${keeping} />
    <${Toasts} news=${news} />`
}

/** The tab says where one is. @param {Toimi.Room} room @param {Toimi.Step | null} step */
function useTitle(room, step) {
  const workshop = room.said(room.store.panel('workshop')?.title)
  const title = [step && titleOf(room, step), workshop, 'Toimi'].filter(Boolean).join(' – ')
  useEffect(() => {
    document.title = title
  }, [title])
}

/** @param {{ room: Toimi.Room, step: Toimi.Step | null, news: ReturnType<typeof openNews> }} props */
function Place({ room, step, news }) {
  if (!room.store.ready.value) return html`<div class="wrap"><h1 class="sr">${t('Opening the workshop')}</h1><${Skeleton} /></div>`
  if (!step) return html`<${Lobby} room=${room} news=${news} />`
  const Board = boardOf(room.boot.kinds[step.kind]?.board)
  return html`<${Board} key=${step.id} room=${room} step=${step} news=${news} />`
}

function Gone() {
  return html`<div class="wrap"><h1 class="sr">${t('Your seat was taken away.')}</h1><${Empty} title=${t('Your seat was taken away.')} text=${t('What you gave stays in the workshop. Ask the facilitator if this is wrong.')} /></div>`
}

open(Participant)
