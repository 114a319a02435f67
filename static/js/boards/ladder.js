/** Where do we stand: one theme at a time or all in a numbered list; then the five that matter most; then the result. */
import { useSignal } from '@preact/signals'
import { goTo } from '../core/focus.js'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { mine } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Icon } from '../parts/icon.js'
import { Pips, ThemeNumber } from '../parts/marks.js'
import { Seg } from '../parts/seg.js'
import { Evidence } from './evidence.js'
import { Levels } from './levels.js'
import { Picks } from './picks.js'
import { writable } from './plain.js'
import { Statement, answered } from './statement.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Ladder({ room, step, news }) {
  const result = room.store.panel(`result:${step.id}`)
  const open = writable(room, step)
  return html`<div class="wrap stack gap-6">
    ${result && html`<${Levels} room=${room} step=${step} result=${result} />`}
    ${open ? html`<${Assess} room=${room} step=${step} news=${news} again=${!!result} />` : !result && html`<${Task} room=${room} step=${step} />`}
  </div>`
}

/** The statements of a step that are asked now, with their texts. @param {Toimi.Room} room @param {Toimi.Step} step */
export function askedNow(room, step) {
  const asked = step.again.length ? step.again : (step.statements ?? [])
  return room.boot.pack.statements.filter((each) => asked.includes(each.id))
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any, again: boolean }} props */
function Assess({ room, step, news, again }) {
  const asked = askedNow(room, step)
  const themes = room.boot.pack.themes.filter((theme) => asked.some((each) => each.theme === theme.id))
  const at = useSignal(themes[0]?.id ?? '')
  const view = room.draft('ladder:view')
  const given = mine(room, step.id).marks
  const listed = view.value === 'list' || themes.length === 1
  const shown = listed ? asked : asked.filter((each) => each.theme === at.value)
  const theme = themes.find((each) => each.id === at.value)
  const go = (/** @type {string} */ id) => {
    at.value = id
    requestAnimationFrame(() => goTo(document.querySelector('.assess__col h2')))
  }
  return html`<${Task} room=${room} step=${step}>
      ${again && html`<p class="tag">${t('Second round, blind again')}</p>`}
      ${themes.length > 1 && html`<${Seg} label=${t('How to show the statements')} options=${[{ value: 'one', words: t('By theme') }, { value: 'list', words: t('As one list') }]} value=${view.value || 'one'} onPick=${(/** @type {string} */ value) => (view.value = value)} />`}
    </${Task}>
    <div class=${listed ? 'assess assess--list' : 'assess'}>
      ${!listed && html`<${Themes} room=${room} themes=${themes} asked=${asked} given=${given} at=${at.value} go=${go} />`}
      <div class="assess__col">
        ${!listed && theme && html`<h2 class="assess__theme" tabindex="-1" lang=${room.spoken(theme.name).lang}>${room.said(theme.name)}</h2>`}
        <ol class="statements">
          ${shown.map((each) => html`<${Statement} key=${each.id} room=${room} step=${step} statement=${each} number=${asked.indexOf(each) + 1} of=${asked.length} />`)}
        </ol>
        <${Onwards} room=${room} step=${step} asked=${asked} given=${given} themes=${themes} at=${listed ? null : at.value} go=${go} />
        ${!step.again.length && Number(step.options.pick) > 0 && html`<${Picks} room=${room} step=${step} asked=${asked} />`}
        ${step.options.evidence && html`<${Evidence} room=${room} step=${step} asked=${asked} news=${news} />`}
      </div>
    </div>`
}

/** @param {{ room: Toimi.Room, themes: Toimi.Pack['themes'], asked: Toimi.Pack['statements'], given: Toimi.Mine['marks'], at: string, go: (id: string) => void }} props */
function Themes({ room, themes, asked, given, at, go }) {
  return html`<nav class="themenav" aria-label=${t('Themes')}>
    ${themes.map((theme) => {
      const of = asked.filter((each) => each.theme === theme.id)
      const done = of.filter((each) => answered(given[each.id])).length
      return html`<a key=${theme.id} href=${`#theme-${theme.id}`} aria-current=${theme.id === at ? 'true' : undefined} onClick=${(/** @type {Event} */ event) => (event.preventDefault(), go(theme.id))}>
        <${ThemeNumber} number=${Number(theme.id)} /><span class="themenav__l">${room.said(theme.name)}</span><${Pips} on=${done} of=${of.length} />
        <span class="sr">, ${t('%(done)s of %(of)s rated', { done, of: of.length })}</span>
      </a>`
    })}
  </nav>`
}

/** How far one is, and the way to the next theme. @param {any} props */
function Onwards({ room, asked, given, themes, at, go }) {
  const done = asked.filter((/** @type {any} */ each) => answered(given[each.id])).length
  const next = themes[themes.findIndex((/** @type {any} */ theme) => theme.id === at) + 1]
  return html`<div class="row row--apart">
    <p class="sm muted" aria-live="polite"><b class="num">${t('%(done)s of %(of)s', { done, of: asked.length })}</b> ${t('rated')}</p>
    ${at !== null && next && html`<button type="button" class="btn" onClick=${() => go(next.id)}>${t('Next theme')} <${Icon} name="right" /></button>`}
    ${done === asked.length && html`<p class="signed"><${Icon} name="done" /> ${tn('The statement is rated.', 'All %(n)s statements are rated.', asked.length)}</p>`}
  </div>`
}
