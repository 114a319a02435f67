/** The task and the time, while people work; a break says when it goes on. */
import { Briefing } from './briefing.js'
import { focusOf, taskOf, titleOf } from '../frame/steps.js'
import { Focus } from '../frame/task.js'
import { html } from '../core/html.js'
import { t, timeOfDay, tn } from '../core/words.js'
import { timing } from '../parts/timing.js'
import { WallHead } from './head.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function TaskWall({ room, step }) {
  if (step.kind === 'briefing' && step.options.picture) return html`<${Briefing} room=${room} step=${step} />`
  const task = taskOf(room, step)
  const over = [titleOf(room, step), step.again.length > 0 && t('Second round, blind again')].filter(Boolean).join(' · ')
  return html`<${WallHead} over=${over} title=${task.text} lang=${task.lang} sub=${focusOf(room, step) && html`<${Focus} room=${room} step=${step} />`} />
    <section class="bigtime"><${BigTime} room=${room} step=${step} /><${ReadyGroups} room=${room} step=${step} /><${HaveAnswered} room=${room} step=${step} /></section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function BigTime({ room, step }) {
  const timer = room.store.panel('timer')
  const left = room.clock.left(timer)
  if (!timer || left === null) return html`<${Untimed} minutes=${step.minutes} />`
  const { figures, words, share, mood } = timing(left, timer.total, { paused: timer.state === 'paused' })
  return html`<div class=${`bigtime__ring${mood ? ` is-${mood}` : ''}`} role="timer" aria-label=${`${words}: ${figures}`}>
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle class="bg" cx="24" cy="24" r="22" /><circle class="fg" cx="24" cy="24" r="22" pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - share * 100} /></svg>
      <span class="bigtime__num num">${figures}</span>
    </div>
    <p class="bigtime__say">${step.kind === 'break' && timer.ends_at && left > 0 ? t('We go on at %(time)s', { time: timeOfDay(timer.ends_at) }) : words}</p>`
}

/** @param {{ minutes: number }} props */
function Untimed({ minutes }) {
  if (!minutes) return null
  return html`<div class="bigtime__ring"><svg viewBox="0 0 48 48" aria-hidden="true" focusable="false"><circle class="bg" cx="24" cy="24" r="22" /></svg><span class="bigtime__num num">${minutes}</span></div>
    <p class="bigtime__say">${tn('minute', 'minutes', minutes)}</p>`
}

/** How many groups are ready; never which. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function ReadyGroups({ room, step }) {
  const groups = room.store.all('group:')
  const ready = groups.filter((group) => group.ready.includes(step.id)).length
  if (room.boot.kinds[step.kind].by !== 'group' || !ready) return null
  return html`<p class="bigtime__say"><b class="num">${ready}</b> ${t('of %(n)s groups ready', { n: groups.length })}</p>`
}

/** How many people have answered, where each answers alone; never who. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function HaveAnswered({ room, step }) {
  const answered = room.store.panel(`answered:${step.id}`)
  if (!answered?.given || step.phase !== 'open') return null
  return html`<p class="bigtime__say"><b class="num">${answered.given}</b> ${t('of %(n)s have answered', { n: answered.of })}</p>`
}
