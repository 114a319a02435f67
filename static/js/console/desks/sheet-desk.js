/** Goals, metrics, actions: the groups' sheets, those just marked ready first. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { cardsOf } from '../../frame/steps.js'
import { html } from '../../core/html.js'
import { t, tn } from '../../core/words.js'
import { CardFace } from '../card-face.js'
import { groups } from '../host.js'
import { CardMenu } from './card-menu.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function SheetDesk({ host, step }) {
  const { room } = host
  const all = useSignal(false)
  useEffect(() => {
    // Looking in on one group takes its place meanwhile.
    if (!host.looking.value) room.look(all.value ? groups(room).map(({ id }) => id) : [])
    return () => void (all.value && room.look([]))
  }, [all.value, host.looking.value])
  const kind = room.boot.kinds[step.kind]
  const cards = cardsOf(room, step.id, kind.yields).toSorted((a, b) => Number(b.ready) - Number(a.ready) || ((b.at ?? '') < (a.at ?? '') ? -1 : 1))
  const open = step.phase === 'open'
  return html`<section class="stack gap-3" aria-labelledby="sheets">
    <div class="row row--apart">
      <h2 id="sheets" class="text-md">${cards.length ? tn('%(n)s sheet', '%(n)s sheets', cards.length) : t('The groups’ sheets')}</h2>
      ${open && html`<button type="button" class="btn btn--sm" aria-pressed=${all.value} onClick=${() => (all.value = !all.value)}>${all.value ? t('Put them away') : t('Read all sheets')}</button>`}
    </div>
    ${open && !all.value && !cards.length && html`<p class="sm muted">${t('While groups write you see how far each is. Look in on one, or read all sheets.')}</p>`}
    ${cards.length > 0 && html`<ul class="sheets">${cards.map((card) => html`<li key=${card.id}><${CardFace} room=${room} card=${card} aside=${html`<${CardMenu} host=${host} card=${card} />`} /></li>`)}</ul>`}
  </section>`
}
