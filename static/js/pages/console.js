/** The facilitator's page: the day at the left, what happens in the middle, what to do at the right. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Agenda } from '../console/agenda.js'
import { Brought } from '../console/brought.js'
import { Clockwork } from '../console/clockwork.js'
import { Code } from '../console/code.js'
import { deskOf } from '../console/desks/index.js'
import { FormGroups } from '../console/form-groups.js'
import { GroupList } from '../console/group-list.js'
import { Head } from '../console/head.js'
import { askTold, currentStep } from '../console/host.js'
import { LookIn } from '../console/look-in.js'
import { Next, NextAsked } from '../console/next.js'
import { OnScreen } from '../console/on-screen.js'
import { Parked } from '../console/parked.js'
import { People } from '../console/people.js'
import { Proxy } from '../console/proxy.js'
import { SendNote } from '../console/send-note.js'
import { Shortcuts, useShortcuts } from '../console/shortcuts.js'
import { Switches } from '../console/switches.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { KeptForYou, SeeKept } from '../frame/kept.js'
import { removed, runs } from '../frame/part.js'
import { taskOf, titleOf } from '../frame/steps.js'
import { Focus } from '../frame/task.js'
import { TryNow } from '../frame/trynow.js'
import { Banner } from '../parts/banner.js'
import { Empty, Skeleton } from '../parts/empty.js'
import { TabPanel, Tabs } from '../parts/tabs.js'
import { Toasts, openNews } from '../parts/toast.js'
import { open } from './open.js'

/** @param {{ room: Toimi.Room }} props */
function Console({ room }) {
  const news = useMemo(openNews, [])
  const ask = useMemo(() => askTold(room, news), [])
  /** @type {import('../console/host.js').Host} */
  const host = { room, news, ask, looking: useSignal(null), view: useSignal('step'), asking: useSignal(null) }
  const keeping = useSignal(false)
  useShortcuts(host)
  return html`<a class="skip" href="#main">${t('Skip to content')}</a>
    <${Head} host=${host} />
    <${Banner} banner=${room.banner.value}><${TryNow} room=${room} /><${SeeKept} room=${room} open=${keeping} /></${Banner}>
    <main class="console" id="main" tabindex="-1">
      ${place(host)}
    </main>
    <${NextAsked} host=${host} /><${LookIn} host=${host} /><${SendNote} host=${host} /><${FormGroups} host=${host} /><${Shortcuts} host=${host} />
    <${KeptForYou} room=${room} open=${keeping} />
    <${Toasts} news=${news} />`
}

/** @param {import('../console/host.js').Host} host */
function place(host) {
  const { room } = host
  if (!room.store.ready.value) return html`<div class="wrap"><${Skeleton} lines=${6} /></div>`
  return runs(room) && !removed(room) ? html`<${Places} host=${host} />` : html`<${NoLonger} room=${room} />`
}

/** A co-facilitator who was made a participant, or removed, while the console stood open. @param {{ room: Toimi.Room }} props */
function NoLonger({ room }) {
  return html`<div class="wrap console__none"><h1 class="sr">${t('You no longer run this workshop.')}</h1>
    <${Empty} title=${t('You no longer run this workshop.')} text=${t('What you did stays.')}>${!removed(room) && html`<a class="btn btn--primary" href=${`/w/${room.boot.workshop}`}>${t('Open your own page')}</a>`}</${Empty}></div>`
}

/** @param {{ host: import('../console/host.js').Host }} props */
function Places({ host }) {
  return html`<${Agenda} host=${host} />
    <${Middle} host=${host} />
    <section class="console__run" aria-label=${t('Controls')}>
      <div class="console__act stack gap-5"><${Clockwork} host=${host} /><${Next} host=${host} /></div>
      <div class="console__more stack gap-5"><${OnScreen} host=${host} /><${Switches} host=${host} /><${Code} host=${host} /></div>
    </section>`
}

/** @param {{ host: import('../console/host.js').Host }} props */
function Middle({ host }) {
  const { room, view } = host
  const proxied = view.value.startsWith('for:') ? room.store.panel(`seat:${view.value.slice(4)}`) : null
  const now = view.value === 'step' ? 'step' : 'people'
  const tabs = [
    { key: 'step', words: t('The step') },
    { key: 'people', words: t('People and groups'), count: room.store.panel('workshop')?.people ?? 0 },
  ]
  return html`<section class="console__middle" aria-label=${t('What happens')}>
    <${Tabs} id="middle" label=${t('What to look at')} tabs=${tabs} now=${now} onPick=${(/** @type {string} */ key) => (view.value = key)} />
    <${TabPanel} id="middle" now=${now}>${now === 'step' ? html`<${Step} host=${host} />` : proxied ? html`<${Proxy} host=${host} seat=${proxied} />` : html`<${People} host=${host} />`}</${TabPanel}>
  </section>`
}

/** @type {{ [phase in Toimi.Phase]: () => string }} */
const PHASES = { waiting: () => '', open: () => t('open'), revealed: () => t('result shown'), closed: () => t('closed') }

/** Where groups write the groups come first; where people answer alone, what they gave. @param {{ host: import('../console/host.js').Host }} props */
function Step({ host }) {
  const { room } = host
  const step = currentStep(room)
  const kind = step ? room.boot.kinds[step.kind] : null
  const Desk = deskOf(kind?.board)
  const task = step && taskOf(room, step)
  const list = html`<${GroupList} key="groups" host=${host} />`
  const desk = html`<${Desk} key=${step?.id ?? 'lobby'} host=${host} step=${step} />`
  return html`<div class="stack gap-5 console__step">
    <div><div class="row row--apart"><h1 class="text-xl">${step ? titleOf(room, step) : t('Before we begin')}</h1>${step && html`<span class="sm muted">${PHASES[step.phase]()}</span>`}</div>
      ${task && html`<p class="sm muted mt-2 measure" lang=${task.lang}>${task.text}</p>`}
      ${step && html`<div class="mt-2"><${Focus} room=${room} step=${step} /></div>`}</div>
    ${kind?.by === 'group' ? [list, desk] : [desk, list]}
    <${Brought} host=${host} />
    <${Parked} host=${host} />
  </div>`
}

open(Console)
