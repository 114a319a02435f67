/**
 * Which tab an outbox belongs to. A tab holds the lease of its client name and renews it; what a closed tab left is
 * taken over by another. (`navigator.locks` is missing on plain http in a closed room's network.)
 */
import { newId } from './ids.js'
import { jot, jotted } from './notes.js'

/** A lease that is not renewed for this long is free, milliseconds. Browsers let a hidden tab's timers run once a minute. */
export const TERM = 90_000
const LEFT = 'toimi.left'
const NAME = 'toimi.client'

/**
 * @typedef {object} Setting
 * @property {import('./shelf.js').Shelf} shelf
 * @property {string} place
 * @property {import('./notes.js').Notes} notes
 * @property {() => number} [now]
 */

/** @param {Setting} setting */
export function openLease({ shelf, place, notes, now = Date.now }) {
  const holder = newId(9)
  const departures = openDepartures(notes, holder)
  let mine = ''

  /** @param {string} client @param {number} n the number its last ask had */
  const row = (client, n) => ({ place, client, holder, until: now() + TERM, n })

  /** A term far ahead comes from a clock that was set back. @param {import('./shelf.js').Row} found */
  const free = (found) => found.until <= now() || found.until > now() + 2 * TERM || departures.has(found.holder)

  /** Takes this tab's old name where it is free, otherwise a new one. */
  async function claim() {
    const old = jotted(notes.tab, `${NAME}:${place}`)
    if (shelf.lasting.value && old && (await take(old))) mine = old
    else await rename()
  }

  /** A name of its own, for a tab whose name another tab uses. */
  async function rename() {
    mine = newId(9)
    jot(notes.tab, `${NAME}:${place}`, mine)
    await shelf.turn(['leases'], (turn) => turn.put('leases', row(mine, 0)))
  }

  /**
   * Makes a free name this tab's to send from; says whether it was free.
   * @param {string} client
   */
  async function take(client) {
    return shelf.turn(['leases'], async (turn) => {
      const found = await turn.get('leases', [place, client])
      if (!found || !free(found)) return false
      await turn.put('leases', row(client, found.n))
      return true
    })
  }

  /**
   * Holds a name for another term; false when another tab has taken it.
   * @param {string} [client]
   */
  async function renew(client = mine) {
    return shelf.turn(['leases'], async (turn) => {
      const found = await turn.get('leases', [place, client])
      if (found && found.holder !== holder) return false
      await turn.put('leases', row(client, found?.n ?? 0))
      return true
    })
  }

  /** Names whose tabs are gone. */
  async function orphans() {
    const rows = await shelf.turn(['leases'], (turn) => turn.all('leases', place))
    return rows.filter((each) => each.holder !== holder && free(each)).map((each) => /** @type {string} */ (each.client))
  }

  /** @param {string} client */
  const forget = (client) => shelf.turn(['leases'], (turn) => turn.remove('leases', [place, client]))

  const client = () => mine
  return { client, holder, claim, rename, take, renew, orphans, forget, leave: departures.leave, stay: departures.stay }
}

/** @typedef {ReturnType<typeof openLease>} Lease */

/**
 * Pages say at once, as they go, that their names are free; the store in IndexedDB would come too late.
 * @param {import('./notes.js').Notes} notes
 * @param {string} holder
 */
function openDepartures(notes, holder) {
  const departed = () => /** @type {string[]} */ (JSON.parse(jotted(notes.device, LEFT) || '[]'))
  const others = () => departed().filter((each) => each !== holder)
  return {
    /** @param {string} other */
    has: (other) => departed().includes(other),
    leave: () => jot(notes.device, LEFT, JSON.stringify([...others(), holder].slice(-30))),
    stay: () => jot(notes.device, LEFT, JSON.stringify(others())),
  }
}
