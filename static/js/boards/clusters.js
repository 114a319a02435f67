/** What belongs together: clusters with their ideas, and the ideas still loose. Every move has a menu; nothing needs dragging. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t, tn } from '../core/words.js'
import { cardsOf, myGroup } from '../frame/steps.js'
import { Cluster } from '../parts/card.js'
import { Icon } from '../parts/icon.js'
import { Menu } from '../parts/menu.js'
import { Seg } from '../parts/seg.js'
import { faceOf, spokenFace } from './choices.js'
import { Idea } from './idea.js'
import { Naming } from './naming.js'
import { Languages } from './parallel.js'
import { SplitOff } from './split-off.js'
import { told } from './told.js'

/** Whether this person may put ideas into clusters now. @param {Toimi.Room} room @param {Toimi.Step} step */
function hands(room, step) {
  if (['host', 'cohost'].includes(room.role)) return true
  if (room.role === 'observer' || step.phase === 'closed' || room.store.panel('now')?.frozen) return false
  return step.options.cluster_by === 'groups' && !!myGroup(room)
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, ideas: Toimi.Card[], news: any }} props */
export function Clusters({ room, step, ideas, news }) {
  const group = myGroup(room)
  const parted = step.options.cluster_by === 'groups' && group
  const view = useSignal(parted ? 'ours' : 'all')
  const within = (/** @type {Toimi.Card} */ card) => !(parted && view.value === 'ours') || card.group === group.id
  const clusters = cardsOf(room, step.id, 'cluster').filter(within)
  const seen = ideas.filter(within)
  const loose = seen.filter((card) => !clusters.some(({ id }) => id === card.cluster))
  const held = clusters.map((cluster) => seen.filter((card) => card.cluster === cluster.id))
  const first = firsts([...held, loose])
  const may = hands(room, step)
  return html`<section class="stack gap-5" aria-labelledby="wall">
    <div class="row row--apart">
      <h2 id="wall">${tn('%(n)s idea', '%(n)s ideas', seen.length)}</h2>
      <div class="row">
        ${parted && html`<${Seg} label=${t('Which ideas')} options=${[{ value: 'ours', words: t('Our group') }, { value: 'all', words: t('All') }]} value=${view.value} onPick=${(/** @type {string} */ value) => (view.value = value)} />`}
        ${may && html`<${NewCluster} room=${room} step=${step} news=${news} />`}
      </div>
    </div>
    ${clusters.length > 0 &&
    html`<div class="clusters">
      ${clusters.map((cluster, at) => html`<${One} key=${cluster.id} room=${room} step=${step} cluster=${cluster} clusters=${clusters} ideas=${held[at]} first=${first[at]} may=${may} news=${news} />`)}
    </div>`}
    ${loose.length > 0 &&
    html`<section class="stack gap-3" aria-labelledby="loose"><h3 id="loose">${clusters.length ? t('Not in a cluster') : t('As they were written')}</h3>
      <ol class="ideas-grid" start=${first[held.length]}>${loose.map((card, at) => html`<${Idea} key=${card.id} room=${room} card=${card} nth=${first[held.length] + at} clusters=${clusters} may=${may} news=${news} />`)}</ol></section>`}
  </section>`
}

/** One count runs through all lists of the page: the number each begins with. @param {Toimi.Card[][]} lists */
const firsts = (lists) => lists.map((_, at) => 1 + lists.slice(0, at).reduce((sum, { length }) => sum + length, 0))

/** @param {{ room: Toimi.Room, step: Toimi.Step, news: any }} props */
function NewCluster({ room, step, news }) {
  const open = useSignal(false)
  const make = (/** @type {string} */ name) => told(news, room.ask('AddCard', { card: newId(), step: step.id, answers: { name }, language: room.language, kind: 'cluster', group: null, cluster: null }))
  return html`<button type="button" class="btn" onClick=${() => (open.value = true)}><${Icon} name="plus" /> ${t('New cluster')}</button>
    <${Naming} room=${room} place=${step.id} open=${open} title=${t('What belongs together?')} choice=${t('Make the cluster')} onName=${make} />`
}

/** @param {{ room: Toimi.Room, step: Toimi.Step, cluster: import('../frame/pending.js').SeenCard, clusters: Toimi.Card[], ideas: Toimi.Card[], first: number, may: boolean, news: any }} props */
function One({ room, cluster, clusters, ideas, first, may, news }) {
  const renaming = useSignal(false)
  const splitting = useSignal(false)
  const name = spokenFace(room, cluster)
  const letter = cluster.group ? (room.store.panel(`group:${cluster.group}`)?.letter ?? '') : ''
  const rename = (/** @type {string} */ value) => told(news, room.ask('ReviseCard', { card: cluster.id, field: 'name', value, base: name.text, language: /** @type {Toimi.Language} */ (name.lang) }))
  const menu = may && !cluster.sending && html`<${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with “%(name)s”', { name: name.text })} deeds=${deeds({ room, cluster, clusters, ideas, renaming, splitting, news })} cls="btn btn--quiet btn--icon" />`
  return html`<${Cluster} name=${html`<span lang=${name.lang}>${name.text}</span>`} letter=${letter} aside=${html`<span class="num sm muted">${ideas.length}<span class="sr"> ${t('ideas')}</span></span>${menu}`}>
    ${ideas.length > 0
      ? html`<ol class="stack gap-2" start=${first}>${ideas.map((card, at) => html`<${Idea} key=${card.id} room=${room} card=${card} nth=${first + at} clusters=${clusters} may=${may} news=${news} />`)}</ol>`
      : html`<p class="sm muted">${t('Nothing in it yet. Move ideas here by their menu.')}</p>`}
    ${may && !cluster.sending && html`<${Languages} room=${room} card=${cluster} kind=${room.boot.kinds.cluster} />`}
    <${Naming} room=${room} place=${cluster.id} open=${renaming} title=${t('What shall the cluster be called?')} choice=${t('Rename')} now=${name.text} onName=${rename} />
    <${SplitOff} room=${room} cluster=${cluster} ideas=${ideas} open=${splitting} news=${news} />
  </${Cluster}>`
}

/** @typedef {import('@preact/signals').Signal<boolean>} Opened */

/** @param {{ room: Toimi.Room, cluster: Toimi.Card, clusters: Toimi.Card[], ideas: Toimi.Card[], renaming: Opened, splitting: Opened, news: any }} props */
function deeds({ room, cluster, clusters, ideas, renaming, splitting, news }) {
  const others = clusters.filter((each) => each.id !== cluster.id)
  const merge = (/** @type {Toimi.Card} */ into) => void told(news, room.ask('MergeClusters', { cluster: cluster.id, into: into.id }))
  return [
    { words: t('Rename'), icon: 'pen', onPick: () => (renaming.value = true) },
    ...(ideas.length > 1 ? [{ words: t('Split off…'), icon: 'split', onPick: () => (splitting.value = true) }] : []),
    ...others.map((each) => ({ words: t('Merge into “%(name)s”', { name: faceOf(room, each) }), icon: 'merge', onPick: () => merge(each) })),
    { words: t('Dissolve the cluster'), icon: 'x', apart: true, onPick: () => void told(news, room.ask('WithdrawCard', { card: cluster.id })) },
  ]
}
