/** What every part of the console is given: the room, and a way to ask that tells when the answer is no. */

/**
 * @typedef {object} Host
 * @property {Toimi.Room} room
 * @property {ReturnType<typeof import('../parts/toast.js').openNews>} news
 * @property {<T extends Toimi.CommandName>(type: T, body: Toimi.Commands[T]) => Promise<boolean>} ask says whether it was done
 * @property {import('@preact/signals').Signal<string | null>} looking the group looked into
 * @property {import('@preact/signals').Signal<string>} view which tab of the middle is open
 * @property {import('@preact/signals').Signal<string | null>} asking which question stands open: next, reveal, list, headline, groups …
 */

/**
 * @param {Toimi.Room} room
 * @param {Host['news']} news
 * @returns {Host['ask']}
 */
export const askTold = (room, news) => async (type, body) => {
  const { ok, words } = await room.ask(type, body)
  if (!ok) news.say(words ?? '', { icon: 'alert' })
  return ok
}

/** The current step, or null before the first. @param {Toimi.Room} room */
export function currentStep(room) {
  const id = room.store.panel('now')?.step
  return id ? room.store.panel(`step:${id}`) : null
}

/** What the host saw, said with commands that move the room. @param {Toimi.Room} room */
export const seen = (room) => room.store.panel('now')?.step ?? ''

/** Participants, by name. @param {Toimi.Room} room */
export const people = (room) =>
  room.store
    .all('seat:')
    .filter((seat) => seat.role === 'participant')
    .toSorted((a, b) => a.name.localeCompare(b.name, room.language))

/** Groups by their letters. @param {Toimi.Room} room */
export const groups = (room) => room.store.all('group:').toSorted((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1))
