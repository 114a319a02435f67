/** The draft plan as it stands now: goals as text first, then what measures them and what is done. */
import { html } from '../core/html.js'
import { day, t } from '../core/words.js'
import { Nth } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { GoalCard } from '../parts/goal.js'
import { ThemeNumber } from '../parts/marks.js'

/** @param {{ room: Toimi.Room, screen?: boolean }} props */
export function DraftPlans({ room, screen = false }) {
  const plans = room.store.panel('draft')?.plans ?? []
  if (!plans.length) return html`<${Empty} title=${t('No goals yet.')} />`
  return plans.map((plan) => html`<section key=${plan.id} class="stack gap-4" aria-label=${plan.organisation || t('The draft plan')}>
    <div class="row row--apart"><h2>${plans.length > 1 ? plan.organisation : t('The draft plan')}</h2>${!screen && html`<a class="linkline" href=${room.boot.urls.plan}>${t('Open the whole draft')}</a>`}</div>
    ${plan.goals.length ? html`<ol class="stack gap-4">${plan.goals.map((/** @type {any} */ goal, /** @type {number} */ at) => html`<li key=${goal.id}><${Goal} room=${room} goal=${goal} nth=${at + 1} screen=${screen} /></li>`)}</ol>` : html`<p class="muted">${t('No goals yet.')}</p>`}
  </section>`)
}

/** @param {{ room: Toimi.Room, goal: any, nth: number, screen: boolean }} props */
function Goal({ room, goal, nth, screen }) {
  const to = room.spoken(goal.to)
  const head = html`<span><${Nth} n=${nth} />${goal.theme && html`<${ThemeNumber} number=${Number(goal.theme)} />`}</span><span class="sm muted">${goal.owner}</span>`
  return html`<${GoalCard} from=${room.said(goal.from)} to=${to.text} lang=${to.lang} by=${goal.due ? day(goal.due) : ''} head=${head} large=${screen} foot=${!screen && html`<${Parts} room=${room} goal=${goal} />`} />`
}

/** @param {{ room: Toimi.Room, goal: any }} props */
function Parts({ room, goal }) {
  return html`<div class="goal__more">
    ${goal.metrics.length > 0 && html`<div><h3>${t('Metrics')}</h3><ol class="stack gap-2">${goal.metrics.map((/** @type {any} */ metric, /** @type {number} */ at) => html`<li key=${metric.id}><${Nth} n=${at + 1} />${room.said(metric.name)} ${metric.unit && html`<span class="muted">(${metric.unit})</span>`}</li>`)}</ol></div>`}
    ${goal.actions.length > 0 && html`<div><h3>${t('Actions')}</h3><ol class="stack gap-2">${goal.actions.map((/** @type {any} */ action, /** @type {number} */ at) => html`<li key=${action.id}><${Nth} n=${at + 1} />${room.said(action.text)} <span class="muted">${[action.responsible, action.end && day(action.end)].filter(Boolean).join(', ')}</span></li>`)}</ol></div>`}
  </div>`
}
