/** Goals, metrics and actions: a group writes on one sheet, with what it builds on beside it and hints when asked for. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { cardsOf, myGroup, writable } from '../frame/steps.js'
import { Task } from '../frame/task.js'
import { Note } from '../parts/card.js'
import { Empty } from '../parts/empty.js'
import { Icon } from '../parts/icon.js'
import { GroupMark } from '../parts/marks.js'
import { Seg } from '../parts/seg.js'
import { TabPanel, Tabs } from '../parts/tabs.js'
import { faceOf } from './choices.js'
import { CardHints } from './hints.js'
import { Others } from './others.js'
import { SheetFields } from './sheet-fields.js'
import { SheetList } from './sheet-list.js'
import { nameOf, Opening } from './opening.js'
import { Sources } from './sources.js'
import { Writers, WritersWords } from './writers.js'

/** @typedef {import('../frame/pending.js').SeenCard} SeenCard */

/** Stands for the sheet that is still to be begun. */
const NEW = 'new'

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
export function Sheet({ room, step, news }) {
  const group = myGroup(room)
  const kind = room.boot.kinds[step.kind]
  const cards = cardsOf(room, step.id, kind.yields)
  const ours = cards.filter((card) => group && card.group === group.id)
  const others = cards.filter((card) => !ours.includes(card))
  return html`<div class="wrap wrap--wide stack gap-6">
    <${Task} room=${room} step=${step} />
    ${group
      ? html`<${Work} room=${room} step=${step} kind=${kind} group=${group} cards=${ours} news=${news} />`
      : html`<${Empty} title=${t('You are not in a group yet')} text=${t('The facilitator puts you in one. What the groups show can be read here.')} />`}
    ${others.length > 0 && html`<${Others} room=${room} kind=${kind} cards=${others} />`}
  </div>`
}

/**
 * Which sheet of the group is open, or that a new one is begun.
 * @param {Toimi.Room} room @param {Toimi.Step} step @param {SeenCard[]} cards
 */
function place(room, step, cards) {
  const kept = room.draft(`sheet:at:${step.id}`)
  const known = cards.filter((card) => !card.sending)
  const begins = writable(room, step) && (kept.value === NEW || !cards.length)
  const card = begins ? null : (known.find((each) => each.id === kept.value) ?? known[0])
  return { known, begins, card, go: (/** @type {string} */ key) => void (kept.value = key) }
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, group: Toimi.Group, cards: SeenCard[], news: any }} props */
function Work({ room, step, kind, group, cards, news }) {
  const { known, card } = place(room, step, cards)
  const view = room.draft('sheet:view')
  const listed = view.value === 'list' && known.length > 0
  const hints = step.options.sharpen && card && !listed
  return html`<div class=${hints ? 'work' : 'work work--source'}>
    <div class="stack gap-4 work__main">
      <div class="row row--apart"><div class="row"><${GroupMark} letter=${group.letter} /><h2>${t('Group %(letter)s writes', { letter: group.letter })}</h2></div><${Writers} room=${room} group=${group} /></div>
      ${known.length > 0 && html`<${Seg} label=${t('How to show the sheets')} options=${[{ value: 'one', words: t('One at a time') }, { value: 'list', words: t('As one list') }]} value=${listed ? 'list' : 'one'} onPick=${(/** @type {string} */ value) => (view.value = value)} />`}
      ${listed ? html`<${SheetList} room=${room} kind=${kind} cards=${known} />` : html`<${OneByOne} room=${room} step=${step} kind=${kind} group=${group} cards=${cards} news=${news} />`}
      ${cards.filter((each) => each.sending).map((each) => html`<${Note} key=${each.id} state="sending" foot=${t('Sending')}>${faceOf(room, each)}</${Note}>`)}
      <${WritersWords} room=${room} group=${group} kind=${kind} />
    </div>
    <${Sources} room=${room} kind=${kind} group=${group} />
    ${hints && html`<${CardHints} room=${room} card=${card} kind=${kind} />`}
  </div>`
}

/** The sheets as tabs, one of them open to be written. @param {{ room: Toimi.Room, step: Toimi.Step, kind: Toimi.Kind, group: Toimi.Group, cards: SeenCard[], news: any }} props */
function OneByOne({ room, step, kind, group, cards, news }) {
  const { known, begins, card, go } = place(room, step, cards)
  const now = begins ? NEW : (card?.id ?? '')
  return html`${known.length > 0 && html`<div class="row row--apart"><${Tabs} id="sheet" label=${t(kind.title)} tabs=${tabs(kind, known, begins)} now=${now} onPick=${go} />
      ${writable(room, step) && !begins && html`<button type="button" class="btn btn--quiet btn--sm" onClick=${() => go(NEW)}><${Icon} name="plus" /> ${nameOf(kind).another()}</button>`}</div>`}
    <${Under} tabs=${known.length > 0} now=${now}>
      ${begins && html`<${Opening} room=${room} step=${step} kind=${kind} group=${group} news=${news} onAdded=${go} />`}
      ${card && html`<${SheetFields} key=${card.id} room=${room} step=${step} kind=${kind} card=${card} news=${news} />`}
      ${!card && !begins && html`<${Empty} title=${t('Nothing written yet')} />`}
    </${Under}>`
}

/** A tab's panel where there are tabs. @param {{ tabs: boolean, now: string, children?: any }} props */
const Under = ({ tabs, now, children }) => (tabs ? html`<${TabPanel} id="sheet" now=${now}>${children}</${TabPanel}>` : children)

/** @param {Toimi.Kind} kind @param {Toimi.Card[]} cards @param {boolean} begins */
function tabs(kind, cards, begins) {
  const { numbered, another } = nameOf(kind)
  const known = cards.map((each, n) => ({ key: each.id, words: numbered(n + 1), count: each.ready ? t('ready') : undefined }))
  return begins ? [...known, { key: NEW, words: another() }] : known
}

/** The sheet has nothing of its own in the bar. */
export const SheetFoot = () => null

/** Whether all the group's cards are marked ready. @param {Toimi.Room} room @param {Toimi.Step} step */
SheetFoot.done = (room, step) => {
  const group = myGroup(room)
  const ours = cardsOf(room, step.id, room.boot.kinds[step.kind].yields).filter((card) => card.group === group?.id)
  return ours.length > 0 && ours.every((card) => card.ready)
}
