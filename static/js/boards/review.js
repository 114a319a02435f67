/** The draft read together, how sure each one is, what would raise it by one, and points to settle. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { BarChart } from '../parts/bar-chart.js'
import { Nth } from '../parts/card.js'
import { TextField } from '../parts/field.js'
import { Scale } from '../parts/scale.js'
import { Decisions } from './decisions.js'
import { DraftPlans } from './draft-plan.js'
import { Contributions } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Review({ room, step, news }) {
  const asks = step.options.confidence
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    <div class="review">
      <div class="stack gap-6"><${DraftPlans} room=${room} /></div>
      <div class="stack gap-6">
        ${asks && step.phase === 'open' && writable(room, step) && html`<${Confidence} room=${room} step=${step} />`}
        ${asks && html`<${ConfidenceResult} room=${room} step=${step} />`}
        <${Decisions} room=${room} step=${step} />
        <section class="stack gap-4" aria-labelledby="points"><h2 id="points">${t('Points to settle')}</h2>
          <${Contributions} room=${room} step=${step} news=${news} words=${t('Add the point')} /></section>
      </div>
    </div>
  </div>`
}

const LEVELS = [() => t('Not at all'), () => t('Hardly'), () => t('Half sure'), () => t('Fairly sure'), () => t('Quite sure')]

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Confidence({ room, step }) {
  const given = mine(room, step.id).confidence ?? { level: null, raise_it: '' }
  const typed = room.draft(`raise:${step.id}`)
  const text = typed.value || given.raise_it
  const give = (/** @type {number} */ level) => room.ask('GiveConfidence', { step: step.id, level, raise_it: text })
  const rest = () => given.level && typed.value && typed.value !== given.raise_it && give(given.level)
  return html`<section class="pane pane__pad stack gap-4" aria-labelledby="sure">
    <h2 id="sure">${t('How sure are you that it will be carried out?')}</h2>
    <${Scale} legend=${t('Confidence, from 1 to 5')} levels=${LEVELS.map((name, n) => ({ level: n + 1, name: name() }))} level=${given.level} onLevel=${give} quiet />
    <${TextField} label=${t('What would raise it by one?')} note=${t('optional')} help=${given.level ? t('Shown with the result, without your name.') : t('It is sent with the level you choose.')} rows=${2} words maxLength=${500} value=${text} onInput=${(/** @type {string} */ words) => (typed.value = words)} onBlur=${rest} />
  </section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, screen?: boolean }} props */
export function ConfidenceResult({ room, step, screen = false }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind !== 'confidence') return null
  if (!result.bins) return html`<p class="muted">${t('Shown from five answers on')}</p>`
  const bars = result.bins.map((n, at) => ({ key: String(at + 1), label: `${at + 1}, ${LEVELS[at]()}`, value: n })).reverse()
  return html`<section class="stack gap-4" aria-label=${t('How sure the room is')}>
    <${BarChart} bars=${bars} title=${t('Confidence: median %(median)s of 5', { median: result.median })} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)} caption=${t('How sure the room is')} unit=${t('People')} screen=${screen} />
    ${result.raise.length > 0 && html`<div><h2 class="text-lg">${t('What would raise it by one')}</h2><ol class="ideas mt-3">${result.raise.map((words, n) => html`<li key=${n}><${Nth} n=${n + 1} />${words}</li>`)}</ol></div>`}
  </section>`
}
