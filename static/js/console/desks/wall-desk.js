/** Ideas: counted and moderated while hidden, clustered once shown. */
import { Clusters } from '../../boards/clusters.js'
import { cardsOf } from '../../frame/steps.js'
import { html } from '../../core/html.js'
import { t, tn } from '../../core/words.js'
import { Answered } from './answered.js'
import { Hidden } from './hidden.js'
import { TalkDesk } from './talk-desk.js'

/** What does not go into clusters is talked about. @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function WallDesk({ host, step }) {
  const kind = host.room.boot.kinds[step.kind]
  return html`<${kind.clusters ? IdeasDesk : TalkDesk} host=${host} step=${step} />`
}

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
function IdeasDesk({ host, step }) {
  const { room } = host
  const shown = cardsOf(room, step.id, 'idea').filter((card) => card.shown)
  const loose = shown.filter((card) => !card.cluster).length
  return html`<div class="stack gap-5">
    <${Answered} room=${room} step=${step} />
    <${Hidden} host=${host} step=${step} />
    ${shown.length > 0 && html`<p class="sm muted" role="status">${step.options.cluster_by === 'groups' ? t('The groups put their ideas into clusters; you can help.') : t('You put the ideas into clusters.')} ${loose ? tn('%(n)s idea is loose.', '%(n)s ideas are loose.', loose) : t('Every idea has its place.')}</p>
      <${Clusters} room=${room} step=${step} ideas=${shown} news=${host.news} host=${host} />`}
  </div>`
}
