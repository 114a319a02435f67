/** A question to the room: open answers like ideas, or a choice; then what the room said. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { BarChart } from '../parts/bar-chart.js'
import { Check, Choices } from '../parts/field.js'
import { Plain, writable } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Question({ room, step, news }) {
  if (step.options.form !== 'choice') return html`<${Plain} room=${room} step=${step} news=${news} />`
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    <${ChoiceResult} room=${room} step=${step} />
    ${writable(room, step) && html`<${Offered} room=${room} step=${step} />`}
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Offered({ room, step }) {
  const sent = room.pending.value.filter(({ type, body }) => type === 'Choose' && body.step === step.id).at(-1)
  const choice = /** @type {string[]} */ (sent ? sent.body.choice : mine(room, step.id).choice)
  const most = Number(step.options.most)
  const pick = (/** @type {string} */ one, /** @type {boolean} */ on) => {
    const others = most === 1 ? [] : choice.filter((each) => each !== one)
    room.ask('Choose', { step: step.id, choice: on ? [...others, one] : others })
  }
  return html`<div class="pane pane__pad">
    <${Choices} label=${tn('Choose one', 'Choose at most %(n)s', most)}>
      ${step.options.choices.map((/** @type {string} */ one) => html`<${Check} key=${one} label=${one} on=${choice.includes(one)} disabled=${most > 1 && choice.length >= most && !choice.includes(one)} onPick=${(/** @type {boolean} */ on) => pick(one, on)} />`)}
    </${Choices}>
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, screen?: boolean }} props */
export function ChoiceResult({ room, step, screen = false }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind !== 'choice') return null
  const bars = result.choices.map((each) => ({ key: each.choice, label: each.choice, value: each.n }))
  return html`<${BarChart} bars=${bars} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)} caption=${t('What the room chose')} unit=${t('Answers')} screen=${screen} />`
}
