/** The level the room agrees on, where it wants to be, and why: written down by the decider or the facilitator. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { TextField } from '../parts/field.js'
import { Scale } from '../parts/scale.js'
import { ladder } from './statement.js'

/** Whether this person may say what was agreed or decided. @param {Toimi.Room} room */
export const decides = (room) => ['host', 'cohost'].includes(room.role) || (!!room.seat && room.store.panel('workshop')?.decider === room.seat)

/**
 * @param {object} props
 * @param {Toimi.Room} props.room
 * @param {Toimi.Step} props.step
 * @param {string} props.statement its id
 * @param {number | null} props.median where the scale begins
 * @param {() => void} props.onDone
 */
export function AgreeLevel({ room, step, statement, median, onDone }) {
  const before = (room.store.panel(`agreed:${step.id}`) ?? {})[statement]
  const level = useSignal(before?.level ?? (median === null ? null : Math.round(median)))
  const target = useSignal(/** @type {number | null} */ (before?.target ?? null))
  const reason = room.draft(`agree:${step.id}:${statement}`)
  const error = useSignal('')
  const agree = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const { ok, words } = await room.ask('AgreeLevel', { step: step.id, statement, level: Number(level.value), target: /** @type {any} */ (target.value), reason: reason.value || (before?.reason ?? '') })
    error.value = ok ? '' : (words ?? '')
    if (!ok) return
    reason.value = ''
    onDone()
  }
  return html`<form class="agree stack gap-4" onSubmit=${agree}>
    <div><p class="field__label" aria-hidden="true">${t('Our level today')}</p><${Scale} legend=${t('Our level today')} levels=${ladder(room)} level=${level.value} onLevel=${(/** @type {number} */ at) => (level.value = at)} quiet /></div>
    <div><p class="field__label" aria-hidden="true">${t('Where we want to be')}</p><${Scale} legend=${t('Where we want to be')} levels=${ladder(room)} level=${target.value} onLevel=${(/** @type {number} */ at) => (target.value = at)} quiet /></div>
    <${TextField} label=${t('Why')} note=${t('optional')} rows=${2} words maxLength=${1000} value=${reason.value || (before?.reason ?? '')} error=${error.value} onInput=${(/** @type {string} */ text) => (reason.value = text)} />
    <div class="row gap-3"><button type="button" class="btn" onClick=${onDone}>${t('Not now')}</button><button type="submit" class="btn" disabled=${level.value === null}>${t('Write it down as agreed')}</button></div>
  </form>`
}
