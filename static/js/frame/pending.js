/** What this person has asked and the server has not answered: their cards as they will be, so that nothing flickers. */

/** A card as this person sees it; `sending` while the server does not have it yet. @typedef {Toimi.Card & { sending?: boolean }} SeenCard */

/**
 * The kind of a card that `AddCard` makes.
 * @param {Toimi.Room} room
 * @param {Toimi.Commands['AddCard']} body
 */
function kindOf(room, { step, kind }) {
  if (!step) return 'parked'
  const planned = room.store.panel(`step:${step}`)
  return kind ?? (planned ? room.boot.kinds[planned.kind]?.yields : '') ?? ''
}

/** @param {Toimi.Room} room @param {Toimi.Commands['AddCard']} body @returns {SeenCard} */
function toBe(room, body) {
  const { card: id, step, answers, language, cluster } = body
  const group = room.store.panel('me')?.group ?? null
  return { id, step, kind: kindOf(room, body), group, by: room.seat, answers, language, cluster: cluster ?? null, ready: false, shown: false, taken_out: null, kept: [], muted: [], source: '', at: null, sending: true }
}

/**
 * Cards as they stand once everything that is on its way has come: added, taken back, moved, marked ready.
 * @param {Toimi.Room} room
 * @param {Toimi.Card[]} cards
 * @returns {SeenCard[]}
 */
export function foreseen(room, cards) {
  const asks = room.pending.value
  if (!asks.length) return cards
  const known = new Set(cards.map(({ id }) => id))
  const coming = asks.filter(({ type, body }) => type === 'AddCard' && !known.has(body.card)).map(({ body }) => toBe(room, body))
  return asks.reduce(after, [...cards, ...coming])
}

/** @param {SeenCard[]} cards @param {Toimi.Pending} ask @returns {SeenCard[]} */
function after(cards, { type, body }) {
  if (type === 'WithdrawCard') return cards.filter(({ id }) => id !== body.card)
  if (type === 'PlaceCards') return cards.map((card) => (body.cards.includes(card.id) ? { ...card, cluster: body.cluster } : card))
  if (type === 'MarkCardReady') return cards.map((card) => (card.id === body.card ? { ...card, ready: body.ready } : card))
  return cards
}

/**
 * The newest ask of this sort on its way, or undefined.
 * @template {Toimi.CommandName} T
 * @param {Toimi.Room} room
 * @param {T} type
 * @param {Partial<Toimi.Commands[T]>} about fields that tell it from others
 * @returns {Toimi.Commands[T] | undefined}
 */
export function onItsWay(room, type, about) {
  const same = (/** @type {any} */ body) => Object.entries(about).every(([key, value]) => body[key] === value)
  return room.pending.value.filter((ask) => ask.type === type && same(ask.body)).at(-1)?.body
}
