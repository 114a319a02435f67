/** A question nobody had planned: open, or with choices, right after a step. */
import { useSignal } from '@preact/signals'
import { newId } from '../core/ids.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { Seg } from '../parts/seg.js'

/** @param {{ host: import('./host.js').Host, after: Toimi.Step | null, onClose: () => void }} props */
export function AddQuestion({ host, after, onClose }) {
  const { room } = host
  const form = useSignal('open')
  const task = room.draft('question:task')
  const lines = room.draft('question:choices')
  if (!after) return null
  const choices = [...new Set(lines.value.split('\n').map((line) => line.trim()).filter(Boolean))]
  const whole = task.value.trim() && (form.value === 'open' || choices.length > 1)
  const add = async () => {
    const options = form.value === 'open' ? { form: 'open' } : { form: 'choice', choices }
    const step = { id: newId(), kind: 'question', title: {}, task: { [room.language]: task.value.trim() }, minutes: 5, pinned: '', options }
    if (!(await host.ask('AddStep', { step, after: after.id }))) return
    task.value = ''
    lines.value = ''
    host.news.say(t('The question is in the agenda.'))
    onClose()
  }
  return html`<${Dialog} open=${true} title=${t('What do you ask the room?')} onClose=${onClose} choice=${t('Add the question')} onChoice=${add} disabled=${!whole}>
    <${TextField} label=${t('Question')} value=${task.value} onInput=${(/** @type {string} */ text) => (task.value = text)} rows=${2} maxLength=${500} />
    <${Seg} label=${t('Form of the answer')} heard=${false} options=${[{ value: 'open', words: t('In own words') }, { value: 'choice', words: t('From choices') }]} value=${form.value} onPick=${(/** @type {string} */ value) => (form.value = value)} />
    ${form.value === 'choice' && html`<${TextField} label=${t('Choices')} help=${t('One on each line.')} rows=${4} value=${lines.value} onInput=${(/** @type {string} */ text) => (lines.value = text)} />`}
  </${Dialog}>`
}
