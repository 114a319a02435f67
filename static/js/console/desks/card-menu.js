/** What a facilitator may do to a card that all see: show it large, take it out. */
import { useSignal } from '@preact/signals'
import { faceOf } from '../../boards/choices.js'
import { html } from '../../core/html.js'
import { t } from '../../core/words.js'
import { Icon } from '../../parts/icon.js'
import { Menu } from '../../parts/menu.js'
import { lightDeed } from '../on-screen.js'
import { TakeOut } from './hidden.js'

/** @param {{ host: import('../host.js').Host, card: Toimi.Card }} props */
export function CardMenu({ host, card }) {
  const out = useSignal(/** @type {string | null} */ (null))
  const deeds = [...(card.shown ? [lightDeed(host, card)] : []), { words: t('Take it out'), icon: 'bin', onPick: () => void (out.value = card.id) }]
  return html`<${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with “%(name)s”', { name: faceOf(host.room, card).slice(0, 60) })} deeds=${deeds} />
    <${TakeOut} host=${host} card=${out.value} onClose=${() => (out.value = null)} />`
}
