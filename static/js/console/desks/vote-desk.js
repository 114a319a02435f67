/** The vote: how many have voted, then the result with its ties, and the line drawn after the n-th card. */
import { useSignal } from '@preact/signals'
import { Decide } from '../../boards/decide.js'
import { Decisions } from '../../boards/decisions.js'
import { faceOf } from '../../boards/choices.js'
import { ranked, tiedAt } from '../../boards/ranking.js'
import { VoteResult } from '../../boards/vote-result.js'
import { html } from '../../core/html.js'
import { t } from '../../core/words.js'
import { CardMenu } from './card-menu.js'
import { Answered } from './answered.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function VoteDesk({ host, step }) {
  const { room } = host
  const result = room.store.panel(`result:${step.id}`)
  return html`<div class="stack gap-5">
    <${Answered} room=${room} step=${step} />
    ${result && html`<${Drawn} host=${host} step=${step} result=${result} />`}
    <${OnIt} host=${host} step=${step} />
    <${Decisions} room=${room} step=${step} />
  </div>`
}

/** @param {{ host: import('../host.js').Host, step: Toimi.Step, result: any }} props */
function Drawn({ host, step, result }) {
  const { room } = host
  const order = ranked(result)
  const begin = Math.min(order.length, Math.max(1, room.store.all('group:').length))
  const line = useSignal(begin)
  return html`<${VoteResult} room=${room} step=${step} line=${line.value} />
    <${Decide} room=${room} step=${step} ranked=${order} begin=${begin} onLine=${(/** @type {number} */ n) => (line.value = n)} tied=${tiedAt(result, line.value)} />`
}

/** What lies on the ballot, each to be shown large or taken out. @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
function OnIt({ host, step }) {
  const { room } = host
  const cards = (room.store.panel(`ballot:${step.id}`)?.cards ?? []).map((id) => room.store.panel(`card:${id}`)).filter((card) => card !== null)
  if (!cards.length) return html`<p class="muted">${t('There is nothing to vote on yet. Show the ideas first.')}</p>`
  return html`<details><summary>${t('On the ballot: %(n)s', { n: cards.length })}</summary>
    <ul class="ideas mt-3">${cards.map((card) => html`<li key=${card.id} class="row row--apart row--nowrap"><span lang=${card.language}>${faceOf(room, card)}</span><${CardMenu} host=${host} card=${card} /></li>`)}</ul>
  </details>`
}
