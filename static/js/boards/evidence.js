/** An example or evidence beside the statement it belongs to, on at most a few: hidden until the room's result is shown. */
import { useSignal } from '@preact/signals'
import { html } from '../core/html.js'
import { t, tn } from '../core/words.js'
import { cardsOf } from '../frame/steps.js'
import { Note } from '../parts/card.js'
import { Icon } from '../parts/icon.js'
import { Composer, keptFor } from './composer.js'
import { Withdraw } from './plain.js'

/** @param {{ room: Toimi.Room, step: Toimi.Step, statement: Toimi.Pack['statements'][number], rated: boolean, news: any }} props */
export function Evidence({ room, step, statement, rated, news }) {
  const own = cardsOf(room, step.id, 'evidence').filter((card) => card.by === room.seat)
  const here = own.filter((card) => card.answers.statement === statement.id)
  const left = Number(step.options.evidence_limit) - own.length
  if (here.length) return html`<ul class="stack gap-3" aria-label=${t('What shows it')}>${here.map((card) => html`<${Given} key=${card.id} room=${room} card=${card} />`)}</ul>`
  const begun = !!room.draft(keptFor(step, 'evidence', statement.id)).value
  return (rated || begun) && (left > 0 || begun) ? html`<${Asked} room=${room} step=${step} statement=${statement} left=${left} begun=${begun} news=${news} />` : null
}

/** @param {{ room: Toimi.Room, card: import('../frame/pending.js').SeenCard }} props */
function Given({ room, card }) {
  const words = room.spoken(/** @type {any} */ (card.answers.text))
  return html`<${Note} as="li" lang=${words.lang} state=${card.sending ? 'sending' : 'mine'} foot=${t('Shown to the room with the result, without your name')} aside=${html`<${Withdraw} room=${room} card=${card} />`}>${words.text}</${Note}>`
}

/** Opened by a button, so that the ladder stays the first thing. @param {{ room: Toimi.Room, step: Toimi.Step, statement: Toimi.Pack['statements'][number], left: number, begun: boolean, news: any }} props */
function Asked({ room, step, statement, left, begun, news }) {
  const open = useSignal(begun)
  if (!open.value) return html`<p><button type="button" class="btn btn--quiet btn--sm" onClick=${() => (open.value = true)}><${Icon} name="plus" /> ${t('Add what shows it')}</button> <span class="xs muted">${tn('%(n)s example left', '%(n)s examples left', left)}</span></p>`
  return html`<${Composer} room=${room} step=${step} kind=${room.boot.kinds[step.kind]} about=${statement.id} known=${{ statement: statement.id }} news=${news} words=${t('Add the example')} focus=${!begun} plain />`
}
