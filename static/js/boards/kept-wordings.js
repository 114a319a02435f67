/** Two people changed the same words: both are here, and somebody chooses. */
import { html } from '../core/html.js'
import { textOf } from '../core/revise.js'
import { t } from '../core/words.js'

/** @param {{ room: Toimi.Room, card: Toimi.Card, kind: Toimi.Kind }} props */
export function Kept({ room, card, kind }) {
  return html`<div class="kept" role="region" aria-label=${t('Two wordings')}>
    ${card.kept.map((kept, n) => html`<${Both} key=${n} room=${room} card=${card} kind=${kind} kept=${kept} />`)}
  </div>`
}

/** @param {{ room: Toimi.Room, card: Toimi.Card, kind: Toimi.Kind, kept: Toimi.KeptWording }} props */
function Both({ room, card, kind, kept }) {
  const now = textOf(card, kept.field, kept.language)
  const label = kind.fields.find((field) => field.key === kept.field)?.label ?? ''
  const choose = (/** @type {string} */ value) => room.ask('ChooseWording', { card: card.id, field: kept.field, language: kept.language, value })
  return html`<div class="stack gap-3">
    <p><b>${t('Two of you changed “%(field)s” at the same time. Both texts are kept.', { field: t(label) })}</b></p>
    <div class="kept__both">
      ${[now, kept.text].map((text, n) => html`<div key=${n} class="note"><p lang=${kept.language}>${text}</p><footer><button type="button" class="btn btn--sm" onClick=${() => choose(text)}>${t('Use this one')}</button></footer></div>`)}
    </div>
    <button type="button" class="linklike" onClick=${() => choose(`${now}\n${kept.text}`)}>${t('Keep both, one after the other')}</button>
  </div>`
}
