/** The draft plan on the wall: its goals, each with how many metrics and actions it has. */
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { GoalParts } from '../parts/goal.js'
import { Official, legend, named } from '../boards/unofficial.js'
import { ThemeNumber } from '../parts/marks.js'
import { CardsWall } from './cards.js'
import { Fitted } from './fitted.js'
import { WallHead } from './head.js'

/** While no review is open there is no draft on the wire; the goals that were shown stand in for it. @param {{ room: Toimi.Room }} props */
export function DraftWall({ room }) {
  const plans = room.store.panel('draft')?.plans ?? []
  const goals = plans.flatMap((plan) => plan.goals)
  if (!goals.length) return html`<${Shown} room=${room} />`
  return html`<${WallHead} over=${plans.length === 1 ? plans[0].organisation : ''} title=${tn('Our draft plan: %(n)s goal', 'Our draft plan: %(n)s goals', goals.length)} sub=${legend(room, goals.map((goal) => named(themeOf(room, goal))))} />
    <section class="stage__body"><${Fitted} wide words=${(/** @type {number} */ n) => tn('and %(n)s more', 'and %(n)s more', n)}>
      ${goals.map((goal) => html`<${Goal} key=${goal.id} room=${room} goal=${goal} />`)}
    </${Fitted}></section>`
}

/** @param {Toimi.Room} room @param {any} goal */
const themeOf = (room, goal) => room.boot.pack.themes.find((each) => each.id === goal.theme)

/** @param {{ room: Toimi.Room, goal: any }} props */
function Goal({ room, goal }) {
  const to = room.spoken(goal.to)
  const theme = themeOf(room, goal)
  return html`<li class="wallcard wallcard--goal">${theme && html`<p class="wallcard__head"><${ThemeNumber} number=${Number(theme.id)} label=${html`<${Official} room=${room} of=${named(theme)} />`} /></p>`}
    <${GoalParts} from=${room.said(goal.from)} to=${to.text} lang=${to.lang} />
    <p class="wallcard__foot">${[tn('%(n)s metric', '%(n)s metrics', goal.metrics.length), tn('%(n)s action', '%(n)s actions', goal.actions.length), goal.owner].filter(Boolean).join(' · ')}</p></li>`
}

/** @param {{ room: Toimi.Room }} props */
function Shown({ room }) {
  const goals = room.store.all('card:').filter((card) => card.kind === 'goal' && card.shown && card.taken_out === null)
  return goals.length ? html`<${CardsWall} room=${room} cards=${goals} title=${{ text: t('Our goals so far'), lang: room.language }} />` : html`<${WallHead} title=${t('There is no plan yet')} sub=${t('It grows as goals are written.')} />`
}
