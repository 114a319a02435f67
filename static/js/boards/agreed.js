/** The levels and target levels the room has agreed on, and for the decider the place to write them down. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Span } from '../parts/marks.js'
import { AgreeLevel, decides } from './agree.js'
import { Official, stated } from './unofficial.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, result: Toimi.LevelsResult }} props */
export function Agreed({ room, step, result }) {
  const agreed = room.store.panel(`agreed:${step.id}`) ?? {}
  const may = decides(room) && step.phase === 'revealed'
  const rows = result.order.filter((id) => agreed[id] || (may && result.statements.some((each) => each.id === id && each.median !== null)))
  if (!rows.length) return null
  return html`<section class="stack gap-3" aria-labelledby="agreed"><h2 id="agreed">${t('Agreed levels and targets')}</h2>
    <ol class="stack gap-3">${rows.map((id) => html`<${Row} key=${id} room=${room} step=${step} id=${id} agreed=${agreed[id]} median=${result.statements.find((each) => each.id === id)?.median ?? null} may=${may} />`)}</ol></section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, id: string, agreed?: { level: number, target: number, reason: string }, median: number | null, may: boolean }} props */
function Row({ room, step, id, agreed, median, may }) {
  const open = useSignal(false)
  const statement = room.boot.pack.statements.find((each) => each.id === id)
  return html`<li class="pane pane__pad agreedline">
    <p><${Official} room=${room} of=${stated(statement)} /></p>
    ${agreed && html`<p class="agreed">${agreed.target ? html`<${Span} from=${agreed.level} to=${agreed.target} between=${t('to')} />` : html`<b>${agreed.level}</b>`}</p>`}
    ${agreed?.reason && html`<p class="sm muted agreedline__why"><b>${t('Why')}</b> ${agreed.reason}</p>`}
    ${may && !open.value && html`<button type="button" class="btn btn--sm" onClick=${() => (open.value = true)}>${agreed ? t('Agree anew') : t('Agree on a level')}</button>`}
    ${may && open.value && html`<div class="agreedline__form"><${AgreeLevel} room=${room} step=${step} statement=${id} median=${median} onDone=${() => (open.value = false)} /></div>`}
  </li>`
}
