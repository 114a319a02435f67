/** The decision card being written: the line drawn after the n-th card, or words alone; always with the reason. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t, tn } from '../core/words.js'
import { TextField } from '../parts/field.js'
import { Icon } from '../parts/icon.js'

/**
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Step} props.step
 * @param {string[]} [props.ranked] ids of cards in the room's order; without them only words are decided
 * @param {number} [props.begin] how many are above the line to begin with
 * @param {(n: number) => void} [props.onLine] tells where the line stands
 * @param {boolean} [props.tied] the line would part cards that tie
 */
export function Decide({ room, step, ranked = [], begin = 0, onLine, tied = false }) {
  const text = room.draft(`decide:${step.id}:text`)
  const reason = room.draft(`decide:${step.id}:reason`)
  const line = useSignal(begin)
  const outcome = useSignal(/** @type {{ field?: string | null, words?: string }} */ ({}))
  const draw = (/** @type {number} */ n) => {
    line.value = Math.min(ranked.length, Math.max(0, n))
    onLine?.(line.value)
  }
  const decide = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const said = await room.ask('Decide', { decision: newId(), step: step.id, text: text.value.trim(), cards: ranked.slice(0, line.value), reason: reason.value.trim() })
    outcome.value = said.ok ? {} : said
    if (said.ok) text.value = reason.value = ''
  }
  return html`<form class="pane pane__pad stack gap-4 decide" onSubmit=${decide}>
    <h2 class="text-lg">${ranked.length ? t('Draw the line') : t('Write down a decision')}</h2>
    ${ranked.length > 0 && html`<${TheLine} n=${line.value} of=${ranked.length} draw=${draw} tied=${tied} />`}
    <${TextField} label=${t('What was decided')} note=${ranked.length ? t('optional') : ''} rows=${2} words maxLength=${1000} value=${text.value} error=${outcome.value.field === 'text' ? outcome.value.words : ''} onInput=${(/** @type {string} */ value) => (text.value = value)} />
    <${TextField} label=${t('Why')} rows=${2} words maxLength=${1000} value=${reason.value} onInput=${(/** @type {string} */ value) => (reason.value = value)} />
    ${outcome.value.words && outcome.value.field !== 'text' && html`<p class="field__error" role="alert"><${Icon} name="alert" cls="" /> ${outcome.value.words}</p>`}
    <div><button type="submit" class="btn" disabled=${!text.value.trim() && line.value === 0}>${t('Write down the decision')}</button></div>
  </form>`
}

/** @param {{ n: number, of: number, draw: (n: number) => void, tied: boolean }} props */
function TheLine({ n, of, draw, tied }) {
  return html`<div class="row gap-3" role="group" aria-label=${t('Where the line stands')}>
    <span class="vote">
      <button type="button" aria-label=${t('One fewer')} disabled=${n === 0} onClick=${() => draw(n - 1)}><${Icon} name="minus" cls="" /></button>
      <output aria-live="polite">${n}</output>
      <button type="button" aria-label=${t('One more')} disabled=${n === of} onClick=${() => draw(n + 1)}><${Icon} name="plus" cls="" /></button>
    </span>
    <span>${tn('%(n)s is taken further', 'The first %(n)s are taken further', n)}</span>
    ${tied && html`<span class="sm muted signed"><${Icon} name="info" />${t('The line parts cards that tie.')}</span>`}
  </div>`
}
