/** Current state: answered and moderated while hidden; then what to talk about, a second round, and the agreed levels. */
import { useSignal } from '@preact/signals'
import { AgreeLevel } from '../../boards/agree.js'
import { Parts } from '../../boards/by-part.js'
import { Decisions } from '../../boards/decisions.js'
import { LevelPicks, picked } from '../../boards/level-picks.js'
import { headline, statementRows, themeRows } from '../../boards/levels.js'
import { Official, official, stated } from '../../boards/unofficial.js'
import { html } from '../../core/html.js'
import { t, tn } from '../../core/words.js'
import { level, middle } from '../../parts/figures.js'
import { Seg } from '../../parts/seg.js'
import { Span, Tag, ThemeNumber } from '../../parts/marks.js'
import { Strip } from '../../parts/spread-chart.js'
import { Answered } from './answered.js'
import { Hidden } from './hidden.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function LevelsDesk({ host, step }) {
  const { room } = host
  const result = room.store.panel(`result:${step.id}`)
  return html`<div class="stack gap-5">
    ${step.again.length > 0 && html`<p><${Tag}>${tn('Second round on %(n)s statement', 'Second round on %(n)s statements', step.again.length)}</${Tag}></p>`}
    <${Answered} room=${room} step=${step} />
    <${Hidden} host=${host} step=${step} />
    ${result?.kind === 'levels' && html`<${Talk} host=${host} step=${step} result=${result} />`}
    <${Decisions} room=${room} step=${step} />
  </div>`
}

/** @param {{ host: import('../host.js').Host, step: Toimi.Step, result: Toimi.LevelsResult }} props */
function Talk({ host, step, result }) {
  const { room } = host
  const wide = result.statements.filter((line) => line.spread === 'disagree').map((line) => line.id)
  const chosen = useSignal(wide.slice(0, 3))
  const open = useSignal(/** @type {string | null} */ (null))
  const view = useSignal('talk')
  const lines = result.order.map((id) => result.statements.find((line) => line.id === id)).filter((line) => line !== undefined)
  const again = async () => {
    if (await host.ask('StartRound', { step: step.id, statements: chosen.value })) host.news.say(t('The second round is open; the first one stays.'))
  }
  return html`<section class="stack gap-3" aria-labelledby="talk">
    <div><h2 id="talk" class="text-lg">${headline(room, result)}</h2><p class="sm muted mt-2">${tn('%(n)s person answered.', '%(n)s people answered.', result.people)} ${wide.length ? tn('We disagree about %(n)s statement: talk about it first.', 'We disagree about %(n)s statements: talk about them first.', wide.length) : t('No statement divides the room.')}</p></div>
    ${step.phase === 'revealed' && html`<div class="row gap-3">
      <button type="button" class="btn" disabled=${!chosen.value.length} onClick=${again}>${tn('Rate %(n)s once more, blind', 'Rate %(n)s once more, blind', chosen.value.length)}</button>
      <span class="sm muted">${t('Tick what is rated again. The first round stays.')}</span>
    </div>`}
    <${Seg} label=${t('Show by')} options=${viewsOf(result)} value=${view.value} onPick=${(/** @type {string} */ value) => (view.value = value)} />
    ${view.value === 'talk' && html`<ol class="talk">${lines.map((line) => html`<${Line} key=${line.id} room=${room} step=${step} line=${line} chosen=${chosen} open=${open} />`)}</ol>`}
    ${view.value === 'picks' && html`<${LevelPicks} room=${room} result=${result} />`}
    ${view.value === 'parts' && html`<${Parts} room=${room} rows=${[...themeRows(room, result), ...statementRows(room, step, result)]} />`}
  </section>`
}

/** @param {Toimi.LevelsResult} result */
const viewsOf = (result) => [
  { value: 'talk', words: t('Statements') },
  ...(picked(result) ? [{ value: 'picks', words: t('Level and picks') }] : []),
  { value: 'parts', words: t('By organisation and role') },
]

/** @param {{ room: Toimi.Room, step: Toimi.Step, line: Toimi.Level, chosen: import('@preact/signals').Signal<string[]>, open: import('@preact/signals').Signal<string | null> }} props */
function Line({ room, step, line, chosen, open }) {
  const statement = room.boot.pack.statements.find((each) => each.id === line.id)
  const agreed = (room.store.panel(`agreed:${step.id}`) ?? {})[line.id]
  const on = chosen.value.includes(line.id)
  const toggle = () => (chosen.value = on ? chosen.value.filter((id) => id !== line.id) : [...chosen.value, line.id])
  return html`<li class=${line.spread === 'disagree' ? 'talk__line is-wide' : 'talk__line'}>
    <input type="checkbox" checked=${on} disabled=${step.phase !== 'revealed'} aria-label=${t('Rate again: %(statement)s', { statement: official(room, stated(statement)) })} onChange=${toggle} />
    <div class="talk__said">
      <p class="sm"><${ThemeNumber} number=${Number(statement?.theme)} /> <${Official} room=${room} of=${stated(statement)} /></p>
      <p class="xs muted">${[line.spread === 'disagree' && t('we disagree'), line.picks > 0 && tn('chosen by %(n)s', 'chosen by %(n)s', line.picks), line.dont_know > 0 && tn("%(n)s doesn't know", "%(n)s don't know", line.dont_know), line.earlier && t('First round %(median)s', { median: level(line.earlier.median) })].filter(Boolean).join(', ')}</p>
      ${agreed && html`<p class="sm"><b>${t('Agreed')}</b> ${agreed.target ? html`<${Span} from=${agreed.level} to=${agreed.target} between=${t('to')} />` : html`<b>${agreed.level}</b>`} <span class="muted">${agreed.reason}</span></p>`}
    </div>
    <div class="talk__strip"><${Strip} result=${line} levels=${room.boot.pack.scale.levels.length} short /></div>
    <p class="talk__val num sm"><b>${level(line.median)}</b> <span class="muted">${middle(line.low, line.high)}</span></p>
    <button type="button" class="btn btn--sm" aria-expanded=${open.value === line.id} onClick=${() => (open.value = open.value === line.id ? null : line.id)}>${agreed ? t('Change') : t('Agree a level')}</button>
    ${open.value === line.id && html`<div class="talk__agree"><${AgreeLevel} room=${room} step=${step} statement=${line.id} median=${line.median} onDone=${() => (open.value = null)} /></div>`}
  </li>`
}
