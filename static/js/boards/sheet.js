/** Goals, metrics and actions: a group writes on one sheet, with what it builds on beside it and hints when asked for. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t } from '../core/words.js'
import { cardsOf, myGroup, titleOf } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Empty } from '../parts/empty.js'
import { Icon } from '../parts/icon.js'
import { GroupMark, Status } from '../parts/marks.js'
import { TabPanel, Tabs } from '../parts/tabs.js'
import { faceOf } from './choices.js'
import { CardHints } from './hints.js'
import { writable } from './plain.js'
import { SheetFields } from './sheet-fields.js'
import { Sources } from './sources.js'
import { Writers } from './writers.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Sheet({ room, step, news }) {
  const group = myGroup(room)
  const kind = room.boot.kinds[step.kind]
  const cards = cardsOf(room, step.id, kind.yields)
  const ours = cards.filter((card) => group && card.group === group.id)
  const others = cards.filter((card) => !group || card.group !== group.id)
  return html`<div class="wrap stack gap-5">
    <${Task} room=${room} step=${step} />
    ${group
      ? html`<${Work} room=${room} step=${step} kind=${kind} group=${group} cards=${ours} news=${news} />`
      : html`<${Empty} title=${t('You are not in a group yet')} text=${t('The facilitator puts you in one. What the groups show can be read here.')} />`}
    ${others.length > 0 && html`<${Others} room=${room} kind=${kind} cards=${others} />`}
  </div>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, group: Toimi.Group, cards: Toimi.Card[], news: any }} props */
function Work({ room, step, kind, group, cards, news }) {
  const at = useSignal('')
  const card = cards.find((each) => each.id === at.value) ?? cards[0]
  const add = async () => {
    const id = newId()
    const outcome = await room.ask('AddCard', { card: id, step: step.id, answers: opening(room, kind), language: room.language, group: group.id, cluster: null })
    if (outcome.ok) at.value = id
    else news.say(outcome.words, { icon: 'alert' })
  }
  const more = writable(room, step) && html`<button type="button" class="btn btn--sm" onClick=${add}><${Icon} name="plus" /> ${t('New: %(kind)s', { kind: t(kind.title).toLowerCase() })}</button>`
  return html`<div class=${step.options.sharpen ? 'work' : 'work work--source'}>
    <${Sources} room=${room} kind=${kind} group=${group} />
    <div class="stack gap-4">
      <div class="row row--apart"><div class="row"><${GroupMark} letter=${group.letter} /><h2>${t('Group %(letter)s writes', { letter: group.letter })}</h2></div><${Writers} room=${room} group=${group} /></div>
      ${cards.length > 0 && html`<div class="row row--apart"><${Tabs} id="sheet" label=${titleOf(room, step)} tabs=${cards.map((each, n) => ({ key: each.id, words: t('Sheet %(n)s', { n: n + 1 }), count: each.ready ? t('ready') : '' }))} now=${card.id} onPick=${(/** @type {string} */ key) => (at.value = key)} />${more}</div>`}
      ${card
        ? html`<${TabPanel} id="sheet" now=${card.id}><${SheetFields} key=${card.id} room=${room} step=${step} kind=${kind} card=${card} /></${TabPanel}>`
        : html`<${Empty} title=${t('Nothing written yet')} text=${t('Begin with a first sheet; everybody in the group can write on it.')}>${more}</${Empty}>`}
    </div>
    ${step.options.sharpen && card && html`<${CardHints} room=${room} card=${card} kind=${kind} />`}
  </div>`
}

/**
 * A sheet begins with a word to stand on, since a card says something; metrics and actions begin at the group's goal.
 * @param {Toimi.Room} room @param {Toimi.Kind} kind
 */
function opening(room, kind) {
  const text = kind.fields.find((field) => field.type === 'Text' && field.required)
  const goal = kind.fields.find((field) => field.type === 'Card' && field.of === 'goal')
  const mine = room.store.panel('me')?.group
  const ours = room.store.all('card:').find((card) => card.kind === 'goal' && card.group === mine)
  return { ...(text ? { [text.key]: '…' } : {}), ...(goal && ours ? { goal: ours.id } : {}) }
}

/** What other groups have shown. @param {{ room: Toimi.Room, kind: Toimi.Kind, cards: Toimi.Card[] }} props */
function Others({ room, kind, cards }) {
  return html`<section class="stack gap-3" aria-labelledby="others"><h2 id="others">${t('From the other groups')}</h2>
    <ul class="ideas-grid">
      ${cards.map((card) => html`<li key=${card.id} class="note"><p lang=${card.language}>${faceOf(room, card)}</p><footer><span class="signed"><${GroupMark} letter=${letterOf(room, card)} small /> ${t(kind.title)}</span>${card.ready && html`<${Status} kind="ok">${t('ready')}</${Status}>`}</footer></li>`)}
    </ul></section>`
}

/** @param {Toimi.Room} room @param {Toimi.Card} card */
const letterOf = (room, card) => (card.group ? (room.store.panel(`group:${card.group}`)?.letter ?? '') : '')
