/** Looking in on a group: its sheets as they are written, who is there, and a word to it. */
import { useEffect } from 'preact/hooks'
import { Writers } from '../boards/writers.js'
import { cardsOf, titleOf } from '../frame/steps.js'
import { html } from '../core/html.js'
import { t } from '../core/words.js'
import { Dialog } from '../parts/dialog.js'
import { Empty } from '../parts/empty.js'
import { Icon } from '../parts/icon.js'
import { GroupMark } from '../parts/marks.js'
import { Menu } from '../parts/menu.js'
import { CardFace } from './card-face.js'
import { currentStep } from './host.js'
import { lightDeed } from './on-screen.js'

/** @param {{ host: import('./host.js').Host }} props */
export function LookIn({ host }) {
  const { room, looking } = host
  const id = looking.value
  useEffect(() => {
    room.look(id ? [id] : [])
  }, [id])
  const group = id ? room.store.panel(`group:${id}`) : null
  if (!group) return null
  const at = room.store.panel('now')?.ahead[group.id]
  const step = at ? room.store.panel(`step:${at}`) : currentStep(room)
  const note = () => {
    looking.value = null
    host.asking.value = `note:${group.id}`
  }
  return html`<${Dialog} open=${true} title=${t('Group %(letter)s, as it writes', { letter: group.letter })} onClose=${() => (looking.value = null)} safe=${t('Back')} wide>
    <div class="row row--apart"><span class="signed"><${GroupMark} letter=${group.letter} /> ${step ? titleOf(room, step) : t('Lobby')}</span><${Writers} room=${room} group=${group} /></div>
    ${step && html`<${Cards} host=${host} group=${group} step=${step} />`}
    <div class="row gap-3">
      <button type="button" class="btn btn--sm" onClick=${note}><${Icon} name="chat" /> ${t('Send a note')}</button>
      ${/^https?:/.test(group.place) && html`<a class="btn btn--sm" href=${group.place} target="_blank" rel="noopener noreferrer"><${Icon} name="link" /> ${t('Open its meeting')}</a>`}
    </div>
  </${Dialog}>`
}

/** @param {{ host: import('./host.js').Host, group: Toimi.Group, step: Toimi.Step }} props */
function Cards({ host, group, step }) {
  const { room } = host
  const cards = cardsOf(room, step.id).filter((card) => card.group === group.id)
  if (!cards.length) return html`<${Empty} title=${t('Nothing written yet')} />`
  return html`<ul class="stack gap-4">${cards.map((card) => html`<li key=${card.id}>
    <${CardFace} room=${room} card=${card} aside=${card.shown && html`<${Menu} label=${html`<${Icon} name="more" />`} says=${t('What to do with the card')} deeds=${[lightDeed(host, card)]} />`} />
  </li>`)}</ul>`
}
