/** How lively a group has been writing while this page was open: one bar a minute, a quarter of an hour. */
import { signal, useComputed } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { MINUTES, byMinute, withOne } from './pulse.js'

/** @type {Map<string, import('@preact/signals').Signal<number[]>>} */
const heard = new Map()

/** @param {string} key */
function timesOf(key) {
  const known = heard.get(key) ?? signal(/** @type {number[]} */ ([]))
  heard.set(key, known)
  return known
}

/** @param {{ room: Toimi.Room, group: string, step: string, idle: boolean }} props */
export function Spark({ room, group, step, idle }) {
  const times = useMemo(() => timesOf(`${step}:${group}`), [group, step])
  const last = room.store.panel(`progress:${step}`)?.groups[group]?.last_at
  useEffect(() => {
    if (last) times.value = withOne(times.value, Date.parse(last))
  }, [last])
  const counts = useComputed(() => byMinute(times.value, Math.ceil(room.clock.second.value / 10_000) * 10_000)).value
  const most = Math.max(4, ...counts)
  return html`<svg class=${idle ? 'spark spark--idle' : 'spark'} viewBox="0 0 120 28" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="ax" d="M0 27.5H120" />
      ${counts.map((count, n) => count > 0 && html`<rect key=${n} x=${n * (120 / MINUTES) + 1} y=${28 - (count / most) * 26} width="6" height=${(count / most) * 26} />`)}
    </svg>
    <span class="sr">${t('Minutes with writing in the last %(of)s: %(n)s', { n: counts.filter(Boolean).length, of: MINUTES })}</span>`
}
