/** A sheet begins with its first words: a card says something. The rest is written on it together. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { textOfCard } from '../frame/steps.js'
import { goalsOf } from './brought.js'
import { Composer } from './composer.js'

/** @type {{ [yields: string]: { numbered: (n: number) => string, another: () => string, begin: () => string } }} */
const NAMES = {
  goal: { numbered: (n) => t('Goal %(n)s', { n }), another: () => t('New goal'), begin: () => t('Begin the goal') },
  metric: { numbered: (n) => t('Metric %(n)s', { n }), another: () => t('New metric'), begin: () => t('Begin the metric') },
  action: { numbered: (n) => t('Action %(n)s', { n }), another: () => t('New action'), begin: () => t('Begin the action') },
}
const SHEET = { numbered: (/** @type {number} */ n) => t('Sheet %(n)s', { n }), another: () => t('New sheet'), begin: () => t('Begin the sheet') }

/** What a kind's sheets are called. @param {Toimi.Kind} kind */
export const nameOf = (kind) => NAMES[kind.yields] ?? SHEET

/** @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, group: Toimi.Group, news: any, onAdded: (card: string) => void }} props */
export function Opening({ room, step, kind, group, news, onAdded }) {
  const goals = goalsOf(room, group)
  const binds = kind.fields.find((field) => field.type === 'Card' && field.of === 'goal')
  const known = binds && goals.length === 1 ? { [binds.key]: goals[0].id } : {}
  const goal = goals.length === 1 ? textOfCard(room, goals[0], ['to', 'from']) : null
  return html`<section class="pane goalbox stack gap-4" aria-labelledby="begin">
    <div><h3 id="begin">${nameOf(kind).begin()}</h3>
      <p class="sm muted mt-2">${t('A few words are enough. Then everybody in the group writes on the same sheet.')}</p></div>
    ${binds && goal && html`<p class="sm"><span class="muted">${t('For the goal:')}</span> <span class="words" lang=${goal.lang}>${goal.text}</span></p>`}
    <${Composer} room=${room} step=${step} kind=${kind} group=${group.id} known=${known} fields=${firstFields(kind)} news=${news} words=${nameOf(kind).begin()} onAdded=${onAdded} plain />
  </section>`
}

/** What a sheet begins with: whose goal it is, an entry of the library, and its first required words. @param {Toimi.Kind} kind */
function firstFields(kind) {
  const bound = kind.fields.filter((field) => field.type === 'Card' && field.required)
  const words = kind.fields.filter((field) => field.type === 'Text' && field.required && !UNITS.has(field.key))
  return [...bound, ...words].map(({ key }) => key)
}

/** Required words that say nothing alone. */
const UNITS = new Set(['unit'])
