/** Discussion, question, review: what people wrote, what they chose, how sure they are; and the decisions that fall. */
import { Decide } from '../../boards/decide.js'
import { Decisions } from '../../boards/decisions.js'
import { faceOf } from '../../boards/choices.js'
import { ChoiceResult } from '../../boards/question.js'
import { ConfidenceResult } from '../../boards/review.js'
import { cardsOf } from '../../frame/steps.js'
import { html } from '../../core/html.js'
import { t } from '../../core/words.js'
import { Note } from '../../parts/card.js'
import { Answered } from './answered.js'
import { CardMenu } from './card-menu.js'
import { Hidden } from './hidden.js'

/** @param {{ host: import('../host.js').Host, step: Toimi.Step }} props */
export function TalkDesk({ host, step }) {
  const { room } = host
  const kind = room.boot.kinds[step.kind]
  const cards = kind.yields ? cardsOf(room, step.id, kind.yields).filter((card) => card.shown || !kind.solo_first) : []
  return html`<div class="stack gap-5">
    ${kind.by === 'person' && step.kind !== 'discussion' && html`<${Answered} room=${room} step=${step} />`}
    <${ChoiceResult} room=${room} step=${step} /><${ConfidenceResult} room=${room} step=${step} />
    <${Hidden} host=${host} step=${step} />
    ${cards.length > 0 && html`<section class="stack gap-3" aria-labelledby="said"><h2 id="said" class="text-md">${step.kind === 'review' ? t('Points to settle') : t('What was said')}</h2>
      <ul class="ideas-grid">${cards.map((card) => html`<${Note} key=${card.id} as="li" lang=${card.language} aside=${html`<${CardMenu} host=${host} card=${card} />`}>${faceOf(room, card)}</${Note}>`)}</ul></section>`}
    ${step.kind === 'review' && html`<p class="row gap-4"><a href=${room.boot.urls.plan}>${t('Open the whole draft')}</a><a href=${room.boot.urls.deck}>${t('Take it as slides')}</a></p>`}
    <${Decisions} room=${room} step=${step} />
    ${step.phase !== 'waiting' && html`<${Decide} room=${room} step=${step} />`}
  </div>`
}
