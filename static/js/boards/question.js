/** A question to the room: open answers like ideas, or a choice; then what the room said. */
import { useId } from 'preact/hooks'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { BarChart } from '../parts/bar-chart.js'
import { Nth } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { Check, Choices } from '../parts/field.js'
import { Plain } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Question({ room, step, news }) {
  if (step.options.form !== 'choice') return html`<${Plain} room=${room} step=${step} news=${news} />`
  const open = writable(room, step)
  const result = room.store.panel(`result:${step.id}`)
  return html`<div class="wrap stack gap-6">
    <${Task} room=${room} step=${step} />
    ${open && html`<${Offered} room=${room} step=${step} />`}
    <${ChoiceResult} room=${room} step=${step} />
    ${!open && !result && html`<${Empty} title=${t('The result is not shown yet')} />`}
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step }} props */
function Offered({ room, step }) {
  const { choice } = mine(room, step.id)
  const most = Number(step.options.most)
  const give = (/** @type {string[]} */ chosen) => room.ask('Choose', { step: step.id, choice: chosen })
  const toggle = (/** @type {string} */ one) => give(choice.includes(one) ? choice.filter((each) => each !== one) : [...choice, one])
  return html`<div class="pane pane__pad measure">
    <${Choices} label=${most === 1 ? t('Choose one') : tn('Choose at most %(n)s', 'Choose at most %(n)s', most)}>
      <ol class="choices">${step.options.choices.map((/** @type {string} */ one, /** @type {number} */ at) => html`<li key=${one}><${Nth} n=${at + 1} />${most === 1 ? html`<${Radio} name=${step.id} label=${one} on=${choice.includes(one)} onPick=${() => give([one])} />` : html`<${Check} label=${one} on=${choice.includes(one)} disabled=${choice.length >= most && !choice.includes(one)} onPick=${() => toggle(one)} />`}</li>`)}</ol>
    </${Choices}>
  </div>`
}

/** @param {{ name: string, label: string, on: boolean, onPick: () => void }} props */
function Radio({ name, label, on, onPick }) {
  const id = useId()
  return html`<label class="choice" for=${id}><input id=${id} type="radio" name=${name} checked=${on} onChange=${onPick} /><span>${label}</span></label>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, screen?: boolean }} props */
export function ChoiceResult({ room, step, screen = false }) {
  const result = room.store.panel(`result:${step.id}`)
  if (result?.kind !== 'choice') return null
  const bars = result.choices.map((each) => ({ key: each.choice, label: each.choice, value: each.n, share: each.share }))
  return html`<${BarChart} bars=${bars} sub=${tn('%(n)s person answered.', '%(n)s people answered.', result.n)} caption=${t('What the room chose')} unit=${t('Answers')} screen=${screen} />`
}
