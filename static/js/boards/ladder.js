/** Where do we stand: one theme at a time or all in a numbered list; then the five that matter most; then the result. */
import { goTo } from '../core/focus.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { mine, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Icon } from '../parts/icon.js'
import { Pips, ThemeNumber } from '../parts/marks.js'
import { Seg } from '../parts/seg.js'
import { Levels } from './levels.js'
import { Picks, pickable } from './picks.js'
import { Statement, answered } from './statement.js'
import { Official, named } from './unofficial.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Ladder({ room, step, news }) {
  const result = room.store.panel(`result:${step.id}`)
  const open = writable(room, step)
  if (open) return html`<div class="wrap stack gap-6"><${Assess} room=${room} step=${step} news=${news} />${result && html`<${Levels} room=${room} step=${step} result=${result} below />`}</div>`
  return html`<div class="wrap stack gap-6">${result ? html`<${Levels} room=${room} step=${step} result=${result} />` : html`<${Task} room=${room} step=${step} />`}</div>`
}

/** The statements of a step that are asked now, with their texts. @param {Toimi.Room} room @param {Toimi.Step} step */
export function askedNow(room, step) {
  const asked = step.again.length ? step.again : (step.statements ?? [])
  return room.boot.pack.statements.filter((each) => asked.includes(each.id))
}

const PICKS = 'picks'

/**
 * How a step's statements are gone through: the places one by one (themes, then what matters most), and where one is.
 * @param {Toimi.Room} room @param {Toimi.Step} step
 */
function way(room, step) {
  const asked = askedNow(room, step)
  const themes = room.boot.pack.themes.filter((theme) => asked.some((each) => each.theme === theme.id))
  const places = [...themes.map(({ id }) => id), ...(pickable(step) ? [PICKS] : [])]
  const kept = room.draft(`ladder:at:${step.id}`)
  const listed = room.draft('ladder:view').value === 'list' || places.length < 2
  const at = places.includes(kept.value) ? kept.value : places[0]
  const go = (/** @type {string} */ place) => {
    kept.value = place
    requestAnimationFrame(() => goTo(document.querySelector('.assess__col h2')))
  }
  return { asked, themes, places, at, listed, go, before: places[places.indexOf(at) - 1], next: places[places.indexOf(at) + 1] }
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
function Assess({ room, step, news }) {
  const { asked, themes, places, at, listed, go } = way(room, step)
  const view = room.draft('ladder:view')
  return html`<${Task} room=${room} step=${step}>
      ${step.again.length > 0 && html`<p class="tag">${t('Second round, blind again')}</p>`}
      ${places.length > 1 && html`<${Seg} label=${t('How to show the statements')} options=${[{ value: 'one', words: t('By theme') }, { value: 'list', words: t('As one list') }]} value=${listed ? 'list' : 'one'} onPick=${(/** @type {string} */ value) => (view.value = value)} />`}
    </${Task}>
    <div class=${listed ? 'assess assess--list' : 'assess'}>
      ${!listed && html`<${Places} room=${room} step=${step} themes=${themes} asked=${asked} at=${at} go=${go} />`}
      <div class="assess__col">
        ${themes.filter((theme) => listed || theme.id === at).map((theme) => html`<${Theme} key=${theme.id} room=${room} step=${step} theme=${theme} asked=${asked} news=${news} />`)}
        ${pickable(step) && (listed || at === PICKS) && html`<${Picks} room=${room} step=${step} asked=${asked} />`}
      </div>
    </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, theme: Toimi.Pack['themes'][number], asked: Toimi.Pack['statements'], news: any }} props */
function Theme({ room, step, theme, asked, news }) {
  return html`<section class="stack gap-4" aria-labelledby=${`theme-${theme.id}`}>
    <h2 class="signed" id=${`theme-${theme.id}`} tabindex="-1"><${ThemeNumber} number=${Number(theme.id)} /> <${Official} room=${room} of=${named(theme)} /></h2>
    <ol class="statements">
      ${asked.filter((each) => each.theme === theme.id).map((each) => html`<${Statement} key=${each.id} room=${room} step=${step} statement=${each} number=${asked.indexOf(each) + 1} of=${asked.length} news=${news} />`)}
    </ol>
  </section>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, themes: Toimi.Pack['themes'], asked: Toimi.Pack['statements'], at: string, go: (id: string) => void }} props */
function Places({ room, step, themes, asked, at, go }) {
  const { marks, picks } = mine(room, step.id)
  const most = Math.min(Number(step.options.pick), asked.length)
  return html`<nav class="themenav" aria-label=${t('Themes')}>
    ${themes.map((theme) => {
      const of = asked.filter((each) => each.theme === theme.id)
      return html`<${PlaceLine} key=${theme.id} id=${theme.id} at=${at} go=${go} sign=${html`<${ThemeNumber} number=${Number(theme.id)} />`} name=${html`<${Official} room=${room} of=${named(theme)} />`} on=${of.filter((each) => answered(marks[each.id])).length} of=${of.length} />`
    })}
    ${pickable(step) && html`<${PlaceLine} id=${PICKS} at=${at} go=${go} sign=${html`<${Icon} name="flag" />`} name=${t('What matters most')} on=${picks.length} of=${most} />`}
  </nav>`
}

/** @param {{ id: string, at: string, go: (id: string) => void, sign: any, name: any, on: number, of: number }} props */
function PlaceLine({ id, at, go, sign, name, on, of }) {
  return html`<button type="button" class="themenav__line" aria-current=${id === at ? 'true' : undefined} onClick=${() => go(id)}>
    ${sign}<span class="themenav__l">${name}</span><${Pips} on=${on} of=${of} /><span class="sr">, ${t('%(done)s of %(of)s', { done: on, of })}</span>
  </button>`
}

/** In the bar: how far one is, and the way on. @param {{ room: Toimi.Room, step: Toimi.Step }} props */
export function LadderFoot({ room, step }) {
  if (!writable(room, step)) return null
  const { asked, listed, before, next, go } = way(room, step)
  const done = rated(room, step)
  return html`<p class="bar__told sm muted" aria-live="polite"><b class="num">${t('%(done)s of %(of)s', { done, of: asked.length })}</b> ${t('rated')}</p>
    ${!listed && html`<button type="button" class="btn btn--back" disabled=${!before} aria-label=${t('Previous')} onClick=${() => go(before)}><${Icon} name="left" /></button>`}
    ${!listed && next && html`<button type="button" class=${LadderFoot.done(room, step) ? 'btn bar__next' : 'btn btn--primary bar__next'} onClick=${() => go(next)}>${next === PICKS ? t('What matters most') : t('Next theme')} <${Icon} name="right" /></button>`}`
}

/** Whether there is nothing left to rate or pick. @param {Toimi.Room} room @param {Toimi.Step} step */
LadderFoot.done = (room, step) => {
  const asked = askedNow(room, step)
  const picked = !pickable(step) || mine(room, step.id).picks.length >= Math.min(Number(step.options.pick), asked.length)
  return picked && rated(room, step) === asked.length
}

/** @param {Toimi.Room} room @param {Toimi.Step} step */
const rated = (room, step) => askedNow(room, step).filter((each) => answered(mine(room, step.id).marks[each.id])).length
