/** Questions before a person's seat changes for good. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { SelectField } from '../parts/field.js'
import { people } from './host.js'

/** @param {{ host: import('./host.js').Host, doing: import('@preact/signals').Signal<{ what: 'remove' | 'merge' | 'cohost', seat: Toimi.Seat } | null> }} props */
export function PersonAsked({ host, doing }) {
  const into = useSignal('')
  const now = doing.value
  if (!now) return null
  const { seat } = now
  const close = () => {
    doing.value = null
    into.value = ''
  }
  const then = (/** @type {() => unknown} */ act) => () => {
    act()
    close()
  }
  if (now.what === 'remove')
    return html`<${Dialog} open=${true} title=${t('Remove %(name)s?', { name: seat.name })} onClose=${close} safe=${t('Keep')} choice=${t('Remove')} danger onChoice=${then(() => host.ask('RemoveSeat', { seat: seat.id }))}>
      <p>${t('What they gave stays in the workshop. They see it no longer, and can join again only as somebody new.')}</p>
    </${Dialog}>`
  if (now.what === 'cohost')
    return html`<${Dialog} open=${true} title=${t('Shall %(name)s run the workshop with you?', { name: seat.name })} onClose=${close} safe=${t('Not now')} choice=${t('Make a co-facilitator')} onChoice=${then(() => host.ask('SetRole', { seat: seat.id, role: 'cohost' }))}>
      <p>${t('Co-facilitators see hidden cards without names, move the room and look in on groups. They no longer answer themselves.')}</p>
    </${Dialog}>`
  const others = people(host.room).filter((each) => each.id !== seat.id)
  return html`<${Dialog} open=${true} title=${t('Whose other seat is this?')} onClose=${close} choice=${t('Make them one')} disabled=${!into.value} onChoice=${then(() => host.ask('MergeSeats', { seat: seat.id, into: into.value }))}>
    <p>${t('Everything given from %(name)s’s seat goes over to the other; where both answered, the other’s stands.', { name: seat.name })}</p>
    <${SelectField} label=${t('The seat that stays')} value=${into.value} empty=${t('Not chosen')} options=${others.map((each) => ({ value: each.id, words: [each.name, each.organisation].filter(Boolean).join(', ') }))} onPick=${(/** @type {string} */ value) => (into.value = value)} />
  </${Dialog}>`
}
