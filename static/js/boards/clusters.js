/** What belongs together: clusters with their ideas, and the ideas still loose. Every move has a menu; nothing needs dragging. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t, tn } from '../core/words.js'
import { cardsOf, myGroup } from '../frame/steps.js'
import { Cluster, Note } from '../parts/card.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { Icon } from '../parts/icon.js'
import { Menu } from '../parts/menu.js'
import { Seg } from '../parts/seg.js'
import { faceOf } from './choices.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, ideas: Toimi.Card[], news: any }} props */
export function Clusters({ room, step, ideas, news }) {
  const group = myGroup(room)
  const byGroups = step.options.cluster_by === 'groups'
  const view = useSignal(byGroups && group ? 'ours' : 'all')
  const ours = view.value === 'ours' && group
  const within = (/** @type {Toimi.Card} */ card) => !ours || card.group === group.id
  const clusters = cardsOf(room, step.id, 'cluster').filter(within)
  const seen = ideas.filter(within)
  const loose = seen.filter((card) => !card.cluster || !room.store.panel(`card:${card.cluster}`))
  const may = room.role !== 'observer' && step.phase !== 'closed' && (byGroups ? !!group : ['host', 'cohost'].includes(room.role))
  const hands = may || ['host', 'cohost'].includes(room.role)
  return html`<section class="stack gap-5" aria-labelledby="wall">
    <div class="row row--apart">
      <h2 id="wall">${tn('%(n)s idea', '%(n)s ideas', seen.length)}</h2>
      <div class="row">
        ${byGroups && group && html`<${Seg} label=${t('Which ideas')} options=${[{ value: 'ours', words: t('Our group') }, { value: 'all', words: t('All') }]} value=${view.value} onPick=${(/** @type {string} */ value) => (view.value = value)} />`}
        ${hands && html`<${NewCluster} room=${room} step=${step} news=${news} />`}
      </div>
    </div>
    <div class="clusters">
      ${clusters.map((cluster) => html`<${One} key=${cluster.id} room=${room} step=${step} cluster=${cluster} clusters=${clusters} ideas=${seen.filter((card) => card.cluster === cluster.id)} hands=${hands} news=${news} />`)}
    </div>
    ${loose.length > 0 &&
    html`<div class="stack gap-3"><h3>${t('Not in a cluster')}</h3>
      <ul class="ideas-grid">${loose.map((card) => html`<${Idea} key=${card.id} room=${room} card=${card} clusters=${clusters} hands=${hands} news=${news} />`)}</ul></div>`}
  </section>`
}

/** @param {Toimi.Room} room @param {any} news @param {Promise<Toimi.Outcome>} asked */
async function told(room, news, asked) {
  const outcome = await asked
  if (!outcome.ok) news.say(outcome.words, { icon: 'alert' })
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, cluster: Toimi.Card, clusters: Toimi.Card[], ideas: Toimi.Card[], hands: boolean, news: any }} props */
function One({ room, step, cluster, clusters, ideas, hands, news }) {
  const renaming = useSignal(false)
  const others = clusters.filter((each) => each.id !== cluster.id)
  const deeds = [
    { words: t('Rename'), icon: 'pen', onPick: () => (renaming.value = true) },
    ...others.map((each) => ({ words: t('Merge into “%(name)s”', { name: faceOf(room, each) }), icon: 'merge', onPick: () => void told(room, news, room.ask('MergeClusters', { cluster: cluster.id, into: each.id })) })),
    { words: t('Dissolve the cluster'), icon: 'close', apart: true, onPick: () => void told(room, news, room.ask('WithdrawCard', { card: cluster.id })) },
  ]
  const letter = cluster.group ? (room.store.panel(`group:${cluster.group}`)?.letter ?? '') : ''
  const menu = hands && html`<${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with “%(name)s”', { name: faceOf(room, cluster) })} deeds=${deeds} />`
  return html`<${Cluster} name=${faceOf(room, cluster)} letter=${letter} aside=${html`<span class="num sm muted">${ideas.length}</span>${menu}`}>
    <ul class="stack gap-2">${ideas.map((card) => html`<${Idea} key=${card.id} room=${room} card=${card} clusters=${clusters} hands=${hands} news=${news} />`)}</ul>
    <${Naming} room=${room} step=${step} cluster=${cluster} open=${renaming} news=${news} />
  </${Cluster}>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, clusters: Toimi.Card[], hands: boolean, news: any }} props */
function Idea({ room, card, clusters, hands, news }) {
  const spoken = room.spoken(/** @type {any} */ (card.answers.text))
  const move = (/** @type {string | null} */ cluster) => void told(room, news, room.ask('PlaceCards', { cards: [card.id], cluster }))
  const deeds = [
    ...clusters.filter((each) => each.id !== card.cluster).map((each) => ({ words: t('Move to “%(name)s”', { name: faceOf(room, each) }), onPick: () => move(each.id) })),
    ...(card.cluster ? [{ words: t('Take out of the cluster'), apart: true, onPick: () => move(null) }] : []),
  ]
  const who = card.by ? room.store.panel(`seat:${card.by}`)?.name : ''
  return html`<${Note} as="li" lang=${spoken.lang} foot=${who} aside=${hands && deeds.length > 0 && html`<${Menu} label=${t('Move')} says=${t('Move “%(text)s”', { text: spoken.text.slice(0, 60) })} deeds=${deeds} />`}>${spoken.text}</${Note}>`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
function NewCluster({ room, step, news }) {
  const open = useSignal(false)
  return html`<button type="button" class="btn" onClick=${() => (open.value = true)}><${Icon} name="plus" /> ${t('New cluster')}</button>
    <${Naming} room=${room} step=${step} open=${open} news=${news} />`
}

/** The name of a cluster, new or known. @param {{ room: Toimi.Room, step: Toimi.Step, cluster?: Toimi.Card, open: import('@preact/signals').Signal<boolean>, news: any }} props */
function Naming({ room, step, cluster, open, news }) {
  const typed = room.draft(`cluster:${cluster?.id ?? step.id}`)
  const now = cluster ? faceOf(room, cluster) : ''
  const close = () => (open.value = false)
  const name = () => {
    const text = typed.value.trim()
    const ask = cluster
      ? room.ask('ReviseCard', { card: cluster.id, field: 'name', value: text, base: now, language: cluster.language })
      : room.ask('AddCard', { card: newId(), step: step.id, answers: { name: text }, language: room.language, kind: 'cluster', group: null, cluster: null })
    told(room, news, ask)
    typed.value = ''
    close()
  }
  return html`<${Dialog} open=${open.value} title=${cluster ? t('What shall the cluster be called?') : t('What belongs together?')} onClose=${close} choice=${cluster ? t('Rename') : t('Make the cluster')} onChoice=${name} disabled=${!typed.value.trim()}>
    <${TextField} label=${t('Name of the cluster')} value=${typed.value || now} onInput=${(/** @type {string} */ text) => (typed.value = text)} maxLength=${120} />
  </${Dialog}>`
}
