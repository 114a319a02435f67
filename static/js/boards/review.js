/** The draft read together, how sure each one is, what would raise it by one, and points to settle. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { BarChart } from '../parts/bar-chart.js'
import { TextField } from '../parts/field.js'
import { Scale } from '../parts/scale.js'
import { DraftPlans } from './draft-plan.js'
import { Plain, writable } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Review({ room, step, news }) {
  return html`<${Plain} room=${room} step=${step} news=${news}>
    ${step.options.confidence && html`<${ConfidenceResult} room=${room} step=${step} />`}
    ${step.options.confidence && writable(room, step) && html`<${Confidence} room=${room} step=${step} />`}
    <${DraftPlans} room=${room} />
  </${Plain}>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Confidence({ room, step }) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'GiveConfidence' && body.step === step.id).at(-1)
  const given = sent?.body ?? mine(room, step.id).confidence ?? { level: null, raise_it: '' }
  const typed = room.draft(`raise:${step.id}`)
  const give = (/** @type {number} */ level) => room.ask('GiveConfidence', { step: step.id, level, raise_it: typed.value || given.raise_it })
  const levels = [t('Not at all'), t('Hardly'), t('Half sure'), t('Fairly sure'), t('Quite sure')].map((name, n) => ({ level: n + 1, name }))
  return html`<section class="pane pane__pad stack gap-4" aria-labelledby="sure">
    <h2 id="sure">${t('How sure are you that it will be carried out?')}</h2>
    <${Scale} legend=${t('Confidence, from 1 to 5')} levels=${levels} level=${given.level} onLevel=${give} quiet />
    <${TextField} label=${t('What would raise it by one?')} note=${t('optional')} help=${t('Shown with the result, without your name.')} rows=${2} words maxLength=${500} value=${typed.value || given.raise_it} onInput=${(/** @type {string} */ text) => (typed.value = text)} onBlur=${() => given.level && give(given.level)} />
  </section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, screen?: boolean }} props */
export function ConfidenceResult({ room, step, screen = false }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind !== 'confidence') return null
  if (!result.bins) return html`<p class="muted">${t('Shown from five answers on')}</p>`
  const bars = result.bins.map((n, at) => ({ key: String(at + 1), label: String(at + 1), value: n }))
  return html`<section class="stack gap-4" aria-labelledby="confidence">
    <${BarChart} bars=${bars} title=${t('Confidence: median %(median)s of 5', { median: result.median })} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)} caption=${t('How sure the room is')} unit=${t('People')} screen=${screen} />
    ${result.raise.length > 0 && html`<div><h3>${t('What would raise it by one')}</h3><ul class="ideas mt-3">${result.raise.map((words, n) => html`<li key=${n}>${words}</li>`)}</ul></div>`}
  </section>`
}
