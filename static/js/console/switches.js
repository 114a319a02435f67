/** What holds for everybody now: writing, hints, groups that see each other. */
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Switch } from '../parts/field.js'
import { Key } from '../parts/marks.js'
import { currentStep } from './host.js'

/** @param {{ host: import('./host.js').Host }} props */
export function Switches({ host }) {
  const { room, ask } = host
  const step = currentStep(room)
  const frozen = !!room.store.panel('now')?.frozen
  const option = (/** @type {string} */ key, /** @type {string} */ words) =>
    step && key in step.options && html`<${Switch} label=${words} on=${!!step.options[key]} onPick=${(/** @type {boolean} */ value) => ask('SetOption', { step: step.id, option: key, value })} />`
  return html`<section class="stack gap-3 control" aria-label=${t('For everybody')}>
    <${Switch} label=${html`${t('People may write')} <${Key}>F</${Key}>`} on=${!frozen} onPick=${(/** @type {boolean} */ may) => ask('Freeze', { on: !may })} />
    ${option('sharpen', t('Hints on'))}
    ${option('see_others', t('Groups see each other'))}
  </section>`
}
