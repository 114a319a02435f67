/** Groups of four or five, formed the way that suits; anew at any time, with everything written kept. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { newId } from '../core/ids.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { SelectField, Switch } from '../parts/field.js'
import { groups, people } from './host.js'

/** @type {[Toimi.Commands['FormGroups']['way'], () => string][]} */
const WAYS = [
  ['organisation', () => t('Organisations mixed')],
  ['theme', () => t('By the theme people picked')],
  ['language', () => t('By language')],
  ['place', () => t('By place')],
  ['random', () => t('At random')],
]

/** @param {{ host: import('./host.js').Host }} props */
export function FormGroups({ host }) {
  const way = useSignal(WAYS[0][0])
  const size = useSignal('5')
  const mix = useSignal(false)
  if (host.asking.value !== 'groups') return null
  const close = () => (host.asking.value = null)
  const form = async () => {
    close()
    if (await host.ask('FormGroups', { way: way.value, size: Number(size.value), seed: newId(6), mix_places: mix.value })) host.news.say(t('The groups are formed.'), { icon: 'users' })
  }
  const again = groups(host.room).length > 0
  return html`<${Dialog} open=${true} title=${again ? t('Form the groups anew?') : t('How shall the groups be formed?')} onClose=${close} choice=${t('Form groups')} onChoice=${form} disabled=${!people(host.room).length}>
    ${again && html`<p>${t('People move; what they wrote stays with the group it was written in.')}</p>`}
    <${SelectField} label=${t('The way')} value=${way.value} options=${WAYS.map(([value, words]) => ({ value, words: words() }))} onPick=${(/** @type {any} */ value) => (way.value = value)} />
    <${SelectField} label=${t('People in a group, about')} value=${size.value} options=${['2', '3', '4', '5', '6', '7', '8'].map((n) => ({ value: n, words: n }))} onPick=${(/** @type {string} */ value) => (size.value = value)} />
    <${Switch} label=${t('Room and remote in the same groups')} on=${mix.value} onPick=${(/** @type {boolean} */ on) => (mix.value = on)} />
  </${Dialog}>`
}
