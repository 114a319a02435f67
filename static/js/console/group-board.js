/** The groups as tables: who sits at each, where it is, its organisation; made, merged and formed here. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t, tn } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Icon } from '../parts/icon.js'
import { GroupMark, ThemeNumber } from '../parts/marks.js'
import { Menu } from '../parts/menu.js'
import { GroupForm } from './group-form.js'
import { currentStep, groups, people } from './host.js'

/** @param {{ host: import('./host.js').Host }} props */
export function GroupBoard({ host }) {
  const { room } = host
  const revising = useSignal(/** @type {string | null} */ (null))
  const all = groups(room)
  const loose = people(room).filter((seat) => !seat.group)
  return html`<section class="stack gap-3" aria-labelledby="tables">
    <div class="row row--apart"><h2 id="tables" class="text-md">${tn('%(n)s group', '%(n)s groups', all.length)}</h2>
      <div class="row gap-2">
        <button type="button" class="btn btn--sm" onClick=${() => (host.asking.value = 'groups')}><${Icon} name="users" /> ${all.length ? t('Form them anew') : t('Form groups')}</button>
        <button type="button" class="btn btn--sm" onClick=${() => host.ask('AddGroup', { group: newId(), name: '' })}><${Icon} name="plus" /> ${t('Add a group')}</button>
      </div>
    </div>
    ${loose.length > 0 && all.length > 0 && html`<p class="sm signed"><${Icon} name="info" />${tn('%(names)s is in no group.', '%(n)s people are in no group: %(names)s', loose.length, { names: loose.slice(0, 8).map(({ name }) => name).join(', ') })}</p>`}
    ${all.length > 0 && html`<ul class="tables">${all.map((group) => html`<${Table} key=${group.id} host=${host} group=${group} all=${all} revising=${revising} />`)}</ul>`}
    <${GroupForm} host=${host} group=${revising.value} onClose=${() => (revising.value = null)} />
  </section>`
}

/** @param {{ host: import('./host.js').Host, group: Toimi.Group, all: Toimi.Group[], revising: import('@preact/signals').Signal<string | null> }} props */
function Table({ host, group, all, revising }) {
  const into = useSignal(/** @type {Toimi.Group | null} */ (null))
  const members = people(host.room).filter((seat) => seat.group === group.id)
  const deeds = [
    { words: t('Name, table or meeting link'), icon: 'pen', onPick: () => void (revising.value = group.id) },
    ...(mergeable(host.room) ? all.filter((each) => each.id !== group.id) : []).map((each, n) => ({ words: t('Merge into group %(letter)s…', { letter: each.letter }), icon: 'merge', apart: n === 0, onPick: () => void (into.value = each) })),
  ]
  return html`<li class="pane tables__one">
    <div class="row row--apart row--nowrap"><span class="signed"><${GroupMark} letter=${group.letter} small /><b class="sm">${group.name || t('Group %(letter)s', { letter: group.letter })}</b></span>
      <${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with group %(letter)s', { letter: group.letter })} deeds=${deeds} /></div>
    <p class="xs muted">${group.themes.map((theme) => html`<${ThemeNumber} key=${theme} number=${Number(theme)} /> `)}${[group.organisation, placeOf(group)].filter(Boolean).join(', ')}</p>
    <p class="sm">${members.length ? members.map(({ name }) => name).join(', ') : t('Nobody yet')}</p>
    <${Merging} host=${host} group=${group} into=${into} />
  </li>`
}

/** Whether groups may be merged now, by the row of the table. @param {Toimi.Room} room */
const mergeable = (room) => room.boot.deeds.merge_groups.phases.includes(currentStep(room)?.phase ?? 'waiting')

/** Says what becomes of what both gave, before it is done. @param {{ host: import('./host.js').Host, group: Toimi.Group, into: import('@preact/signals').Signal<Toimi.Group | null> }} props */
function Merging({ host, group, into }) {
  const other = into.value
  if (!other) return null
  const close = () => (into.value = null)
  const merge = () => {
    close()
    void host.ask('MergeGroups', { group: group.id, into: other.id })
  }
  return html`<${Dialog} open=${true} title=${t('Merge group %(letter)s into group %(other)s?', { letter: group.letter, other: other.letter })} onClose=${close} choice=${t('Merge the groups')} onChoice=${merge}>
    <p>${t(host.room.boot.deeds.merge_groups.given)}</p>
  </${Dialog}>`
}

/** @param {Toimi.Group} group */
const placeOf = (group) => (/^https?:/.test(group.place) ? t('in a meeting of its own') : group.place)
