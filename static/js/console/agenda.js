/** The day on the console: what was planned and what it took, when it will end, and what may be done to each step. */
import { useComputed, useSignal } from '@preact/signals'
import { steps, titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t, timeOfDay, tn } from '../core/words.js'
import { Icon } from '../parts/icon.js'
import { Menu } from '../parts/menu.js'
import { vars } from '../parts/vars.js'
import { dayPlan, longest, spare } from './day-plan.js'
import { seen } from './host.js'
import { AddQuestion } from './add-question.js'
import { Minutes } from './minutes.js'
import { StepOptions } from './step-options.js'

const HALF_A_MINUTE = 30_000

/** @param {{ host: import('./host.js').Host }} props */
export function Agenda({ host }) {
  const { room } = host
  const all = steps(room)
  const now = useComputed(() => Math.floor(room.clock.second.value / HALF_A_MINUTE) * HALF_A_MINUTE)
  const { stretches, ends, late } = dayPlan(all, room.store.panel('now')?.step ?? null, now.value)
  const doing = useSignal(/** @type {{ what: string, step: Toimi.Step } | null} */ (null))
  const close = () => (doing.value = null)
  const at = (/** @type {string} */ what) => (doing.value?.what === what ? doing.value.step : null)
  const most = longest(stretches)
  return html`<section class="console__day" aria-labelledby="agenda">
    <div class="row row--apart"><h2 id="agenda" class="text-lg">${t('Agenda')}</h2><span class="sm muted">${t('planned, actual')}</span></div>
    <ol class="agenda mt-3">
      ${all.map((step, n) => html`<${Line} key=${step.id} host=${host} step=${step} stretch=${stretches[n]} most=${most} doing=${doing} />`)}
    </ol>
    <${Ends} host=${host} all=${all} ends=${ends} late=${late} />
    <${Minutes} host=${host} step=${at('minutes')} onClose=${close} />
    <${StepOptions} host=${host} step=${at('options')} onClose=${close} />
    <${AddQuestion} host=${host} after=${at('question')} onClose=${close} />
  </section>`
}

/**
 * @param {{ host: import('./host.js').Host, step: Toimi.Step, stretch: import('./day-plan.js').Stretch, most: number, doing: import('@preact/signals').Signal<{ what: string, step: Toimi.Step } | null> }} props
 */
function Line({ host, step, stretch, most, doing }) {
  const { room } = host
  const now = stretch.state === 'now'
  const over = stretch.actual !== null && Math.round(stretch.actual) > step.minutes
  return html`<li class=${stretch.state === 'done' ? 'is-done' : ''} aria-current=${now ? 'step' : undefined}>
    <time datetime=${new Date(stretch.begins).toISOString()}>${timeOfDay(stretch.begins)}</time>
    <span class="agenda__name">${titleOf(room, step)}${step.pinned && html` <span class="xs muted nowrap"><${Icon} name="lock" />${t('pinned')}</span>`}</span>
    <span class="num muted nowrap">${stretch.actual === null ? t('%(n)s min', { n: step.minutes }) : html`${step.minutes}, <b class=${over ? 'is-over' : 'strong'}>${Math.round(stretch.actual)}</b> ${t('min')}`}</span>
    <${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with “%(name)s”', { name: titleOf(room, step) })} deeds=${deeds(host, step, doing)} />
    <${Bars} planned=${step.minutes} actual=${stretch.actual} most=${most} />
  </li>`
}

/** Planned above, actual below; what is over the plan in the colour of attention. @param {{ planned: number, actual: number | null, most: number }} props */
function Bars({ planned, actual, most }) {
  const late = actual !== null && actual > planned
  return html`<span class="agenda__bars" aria-hidden="true">
    <i ref=${vars({ '--m': planned / most })} />
    ${actual !== null && html`<i class=${late ? 'late' : 'real'} ref=${vars({ '--m': Math.max(0.5, actual) / most, '--p': `${Math.round((planned / Math.max(actual, 0.5)) * 100)}%` })} />`}
  </span>`
}

/** @param {import('./host.js').Host} host @param {Toimi.Step} step @param {import('@preact/signals').Signal<any>} doing */
function deeds(host, step, doing) {
  const { room } = host
  const current = room.store.panel('now')?.step === step.id
  const open = { words: step.phase === 'waiting' ? t('Open this step') : t('Open it again'), more: step.phase === 'waiting' ? '' : t('What was given is kept.'), icon: 'play', onPick: () => void host.ask('OpenStep', { step: step.id, seen: seen(room) }) }
  const pick = (/** @type {string} */ what) => () => (doing.value = { what, step })
  return [
    ...(current && step.phase === 'open' ? [] : [open]),
    ...(step.phase === 'open' && !current ? [{ words: t('Close it'), icon: 'check', onPick: () => void host.ask('CloseStep', { step: step.id, seen: seen(room) }) }] : []),
    { words: t('Change its minutes'), icon: 'clock', onPick: pick('minutes') },
    ...(room.boot.kinds[step.kind].options.length ? [{ words: t('Settings of the step'), icon: 'gear', onPick: pick('options') }] : []),
    { words: t('Add a question after it'), icon: 'plus', apart: true, onPick: pick('question') },
    ...(step.phase === 'waiting' ? [{ words: t('Take it out of the agenda'), icon: 'bin', onPick: () => void host.ask('DropStep', { step: step.id }) }] : []),
  ]
}

/** @param {{ host: import('./host.js').Host, all: Toimi.Step[], ends: number, late: number }} props */
function Ends({ host, all, ends, late }) {
  const give = spare(all, late)
  const over = all.length > 0 && all.every((step) => step.phase === 'closed')
  const time = timeOfDay(ends)
  return html`<div class="pane agenda__ends mt-4">
    <p class="sm"><b>${over ? t('Ended at %(time)s', { time }) : t('Ends at %(time)s', { time })}${howLate(late)}.</b></p>
    ${give && html`<button type="button" class="btn btn--sm mt-3" onClick=${() => host.ask('ReviseStep', { step: give.step, minutes: (host.room.store.panel(`step:${give.step}`)?.minutes ?? 0) - give.by })}>${t('Shorten the break by %(n)s min', { n: give.by })}</button>`}
  </div>`
}

/** @param {number} late */
function howLate(late) {
  if (late === 0) return ''
  return late > 0 ? `, ${tn('a minute late', '%(n)s minutes late', late)}` : `, ${tn('a minute early', '%(n)s minutes early', -late)}`
}
