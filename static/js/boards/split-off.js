/** Some ideas of a cluster go into a new one: ticked in a list, under a name of their own. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Check, Choices, TextField } from '../parts/field.js'
import { spokenFace } from './choices.js'
import { told } from './told.js'

/** @typedef {{ room: Toimi.Room, cluster: Toimi.Card, ideas: Toimi.Card[], open: import('@preact/signals').Signal<boolean>, news: any }} Props */

/** @param {Props} props */
export const SplitOff = (props) => (props.open.value ? html`<${Asked} ...${props} />` : null)

/** @param {Props} props */
function Asked({ room, cluster, ideas, open, news }) {
  const typed = room.draft(`split:${cluster.id}`)
  const ticked = useSignal(/** @type {string[]} */ ([]))
  const cards = ideas.map(({ id }) => id).filter((id) => ticked.value.includes(id))
  const name = typed.value.trim()
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => (ticked.value = on ? [...ticked.value, id] : ticked.value.filter((each) => each !== id))
  const close = () => (open.value = false)
  const give = () => {
    typed.value = ''
    close()
    void told(news, splitOff(room, cluster, name, cards))
  }
  return html`<${Dialog} open=${true} title=${t('What goes out of “%(name)s”?', { name: spokenFace(room, cluster).text })} onClose=${close} choice=${t('Split off')} onChoice=${give} disabled=${!name || !cards.length || cards.length === ideas.length}>
    <${Choices} label=${t('Ideas that move into a new cluster')}>
      ${ideas.map((each) => html`<${Check} key=${each.id} label=${html`<span class="words" lang=${spokenFace(room, each).lang}>${spokenFace(room, each).text}</span>`} on=${ticked.value.includes(each.id)} onPick=${(/** @type {boolean} */ on) => toggle(each.id, on)} />`)}
    </${Choices}>
    <${TextField} label=${t('Name of the new cluster')} help=${t('One idea at least stays where it is.')} value=${typed.value} onInput=${(/** @type {string} */ text) => (typed.value = text)} maxLength=${120} />
  </${Dialog}>`
}

/** Both wishes are sent at once, so that no gap in the line parts them; a cluster that nothing may go into is not left behind. @param {Toimi.Room} room @param {Toimi.Card} from @param {string} name @param {string[]} cards */
async function splitOff(room, from, name, cards) {
  const cluster = newId()
  const card = { card: cluster, step: from.step, answers: { name }, language: room.language, kind: 'cluster', group: from.group, cluster: null }
  const [made, placed] = await Promise.all([room.ask('AddCard', card), room.ask('PlaceCards', { cards, cluster })])
  if (made.ok && !placed.ok) void room.ask('WithdrawCard', { card: cluster })
  return made.ok ? placed : made
}
