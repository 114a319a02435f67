/** The groups, those who need the facilitator first, with the reason in words. */
import { useComputed } from '@preact/signals'
import { steps } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Icon, MiniSpan } from '../parts/icon.js'
import { GroupMark, Key, ThemeNumber } from '../parts/marks.js'
import { Menu } from '../parts/menu.js'
import { currentStep, groups, people } from './host.js'
import { byNeed } from './need.js'
import { Spark } from './spark.js'

/** @param {{ host: import('./host.js').Host }} props */
export function GroupList({ host }) {
  const { room } = host
  const step = currentStep(room)
  const all = groups(room)
  if (!all.length) return null
  const byGroup = !!step && room.boot.kinds[step.kind].by === 'group'
  const needs = byNeed(all, { helps: room.store.panel('helps'), attention: room.store.panel('attention'), step, byGroup })
  return html`<section aria-labelledby="groups">
    <div class="row row--apart"><h2 id="groups" class="text-lg">${byGroup ? t('Groups at work') : t('Groups')}</h2>${byGroup && html`<p class="sm muted num">${t('%(n)s of %(of)s ready', { n: all.filter((group) => group.ready.includes(step.id)).length, of: all.length })}</p>`}</div>
    <div class="groups mt-3">${needs.map((need) => html`<${Row} key=${need.group.id} host=${host} need=${need} step=${step} byGroup=${byGroup} />`)}</div>
  </section>`
}

/** @param {{ host: import('./host.js').Host, need: import('./need.js').Need, step: Toimi.Step | null, byGroup: boolean }} props */
function Row({ host, need, step, byGroup }) {
  const { room } = host
  const { group } = need
  const urgent = need.state === 'asked' || need.state === 'stuck'
  return html`<article class=${urgent ? 'grp grp--look' : 'grp'} aria-label=${t('Group %(letter)s', { letter: group.letter })}>
    <${GroupMark} letter=${group.letter} />
    <div class="grp__who">
      <p class="sm"><b><${Reason} room=${room} need=${need} step=${step} /></b></p>
      <p class="row xs muted gap-1">${group.themes.map((theme) => html`<${ThemeNumber} key=${theme} number=${Number(theme)} />`)}<span>${here(room, group)}${group.name && `, ${group.name}`}${group.place && !/^https?:/.test(group.place) && `, ${group.place}`}</span></p>
    </div>
    <div class="grp__got"><${Got} room=${room} group=${group} step=${step} byGroup=${byGroup} /></div>
    <div class="grp__spark">${byGroup && html`<${Spark} room=${room} group=${group.id} step=${/** @type {Toimi.Step} */ (step).id} idle=${need.state === 'ready'} />`}</div>
    <${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with group %(letter)s', { letter: group.letter })} deeds=${deeds(host, group, step)} />
    ${urgent && html`<${Acts} host=${host} need=${need} />`}
  </article>`
}

/** @param {{ room: Toimi.Room, need: import('./need.js').Need, step: Toimi.Step | null }} props */
function Reason({ room, need: { state, why, since, group }, step }) {
  const ago = useComputed(() => (since ? Math.max(0, Math.floor((room.clock.second.value - Date.parse(since)) / 60_000)) : 0))
  if (state === 'asked') return ago.value ? t('Asked for you %(n)s min ago', { n: ago.value }) : t('Asked for you just now')
  if (state === 'stuck') return room.said(why)
  const ahead = room.store.panel('now')?.ahead[group.id]
  if (ahead && ahead !== step?.id) return t('Gone ahead')
  if (state === 'ready') return t('Ready')
  return state === 'working' ? t('At work') : t('Group %(letter)s', { letter: group.letter })
}

/** @param {Toimi.Room} room @param {Toimi.Group} group */
function here(room, group) {
  const online = room.store.panel('attention')?.here
  const members = people(room).filter((seat) => seat.group === group.id)
  if (!online) return t('%(n)s people', { n: members.length })
  return t('%(n)s of %(of)s here', { n: members.filter((seat) => online.includes(seat.id)).length, of: members.length })
}

/** @param {{ room: Toimi.Room, group: Toimi.Group, step: Toimi.Step | null, byGroup: boolean }} props */
function Got({ room, group, step, byGroup }) {
  const got = step && room.store.panel(`progress:${step.id}`)?.groups[group.id]
  if (!got || !step) return null
  if (!byGroup) return room.boot.kinds[step.kind].by === 'room' ? null : html`<span class="sm muted num">${t('%(n)s of %(of)s answered', { n: got.answered, of: got.of })}</span>`
  if (!got.cards) return html`<span class="signed sm"><${MiniSpan} /> ${t('not begun')}</span>`
  return html`<span class="signed sm num"><${MiniSpan} ready=${got.ready_cards === got.cards} /> ${got.ready_cards === got.cards ? t('%(n)s ready', { n: got.cards }) : t('%(n)s of %(of)s ready', { n: got.ready_cards, of: got.cards })}</span>`
}

/** @param {{ host: import('./host.js').Host, need: import('./need.js').Need }} props */
function Acts({ host, need: { group, state } }) {
  const look = () => (host.looking.value = group.id)
  return html`<div class="grp__acts">
    ${state === 'asked' && html`<button type="button" class="btn btn--sm" onClick=${() => host.ask('AnswerHelp', { group: group.id })}><${Icon} name="hand" /> ${t('I am coming')}</button>`}
    <button type="button" class="btn btn--sm" onClick=${look}><${Icon} name="eye" /> ${t('Look in')}${/^[A-EGH]$/.test(group.letter) && html` <${Key}>${group.letter}</${Key}>`}</button>
    <button type="button" class="btn btn--sm" onClick=${() => (host.asking.value = `note:${group.id}`)}><${Icon} name="chat" /> ${t('Send a note')}</button>
  </div>`
}

/** @param {import('./host.js').Host} host @param {Toimi.Group} group @param {Toimi.Step | null} step */
function deeds(host, group, step) {
  const { room } = host
  const ahead = room.store.panel('now')?.ahead[group.id]
  const order = steps(room)
  const next = order.slice(order.findIndex((each) => each.id === step?.id) + 1).find((each) => each.phase === 'waiting' && each.kind !== 'break')
  return [
    { words: t('Look in'), icon: 'eye', onPick: () => void (host.looking.value = group.id) },
    { words: t('Send a note'), icon: 'chat', onPick: () => void (host.asking.value = `note:${group.id}`) },
    ...(ahead ? [{ words: t('Bring it back to the others'), icon: 'left', onPick: () => void host.ask('LetAhead', { group: group.id, step: null }) }] : []),
    ...(!ahead && next && step && group.ready.includes(step.id) ? [{ words: t('Let it go ahead'), more: t('to the next step, before the others'), icon: 'right', onPick: () => void host.ask('LetAhead', { group: group.id, step: next.id }) }] : []),
    ...(/^https?:/.test(group.place) ? [{ words: t('Open its meeting'), icon: 'link', href: group.place }] : []),
  ]
}
