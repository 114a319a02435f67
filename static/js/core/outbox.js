/**
 * What was asked and not answered yet: on the device, in order, one in flight, sent again until answered.
 * Each tab has a queue under its own client name and takes over the queues of tabs that are gone.
 */
import { computed, signal } from '@preact/signals-core'
import { newId } from './ids.js'
import { TERM } from './lease.js'
import { t } from './words.js'

/** The wire takes 64 KiB; the envelope needs a little of it. */
const LARGEST = 60 * 1024
const SOON = 1000
const LATEST = 15_000
/** Answers that only ask for patience; nothing of the ask was stored. */
const LATER = new Set(['too_fast', 'failed'])
/** After so many such answers in a row the person is told, and what stands behind goes on. */
const PATIENCE = 8

/**
 * @typedef {object} Row
 * @property {string} place
 * @property {string} client
 * @property {number} n
 * @property {string} id
 * @property {Toimi.CommandName} type
 * @property {any} body
 * @property {string} [for]
 * @property {number} at
 * @property {boolean} kept it has been through an offline spell
 */
/** @typedef {{ client: string, rows: Row[], busy: boolean, tries: number }} Queue */
/**
 * @typedef {object} Setting
 * @property {import('./shelf.js').Shelf} shelf
 * @property {import('./lease.js').Lease} lease
 * @property {string} place
 * @property {() => boolean} up whether there is a line to send on
 * @property {(ask: Toimi.Ask) => Promise<Toimi.Ack>} deliver rejects when the line goes before the answer comes
 * @property {(row: Row, ack: Toimi.Ack) => unknown} refused after an offline spell, or when nobody waits for the answer any more
 * @property {() => number} [now]
 */

/** @param {Setting} setting */
export function openOutbox({ shelf, lease, place, up, deliver, refused, now = Date.now }) {
  /** @type {Queue} */
  const own = { client: lease.client(), rows: [], busy: false, tries: 0 }
  const queues = new Set([own])
  /** @type {Map<string, (outcome: Toimi.Outcome) => void>} */
  const waiting = new Map()
  /** @type {Set<string>} ids that have been on the wire: their bodies stand */
  const left = new Set()
  const rows = signal(/** @type {Row[]} */ ([]))
  /** @type {Promise<unknown>} */
  let shelved = Promise.resolve()

  const tell = () => (rows.value = [...queues].flatMap((queue) => queue.rows).sort((a, b) => a.at - b.at))
  const pending = computed(() => rows.value.map(shown))

  /** Takes up what this tab had not sent before it was reloaded. */
  async function load() {
    own.client = lease.client()
    own.rows = [...(await kept(own.client)), ...own.rows]
    tell()
    wake()
  }

  /** @param {string} client @returns {Promise<Row[]>} */
  async function kept(client) {
    const all = /** @type {Row[]} */ (await shelf.turn(['asks'], (turn) => turn.all('asks', place)))
    return all.filter((row) => row.client === client).sort((a, b) => a.n - b.n).map((row) => ({ ...row, kept: true }))
  }

  /**
   * @param {Toimi.CommandName} type
   * @param {any} body
   * @param {Toimi.AskOptions} [options]
   * @returns {Toimi.Asking}
   */
  function put(type, body, options = {}) {
    /** @type {Row} */
    const row = { place, client: own.client, n: 0, id: newId(), type, body, at: now(), kept: !up() }
    if (options.for) row.for = options.for
    if (size(body) > LARGEST) return { id: row.id, answer: Promise.resolve(tooLarge()), amend: () => false }
    const answer = new Promise((/** @type {(outcome: Toimi.Outcome) => void} */ resolve) => waiting.set(row.id, resolve))
    own.rows.push(row)
    tell()
    shelved = shelved.then(() => shelve(row)).then(() => pump(own))
    return { id: row.id, answer, amend: (changed) => amend(row, changed) }
  }

  /** @param {Row} row @param {any} body */
  function amend(row, body) {
    if (left.has(row.id) || !own.rows.includes(row) || size(body) > LARGEST) return false
    row.body = body
    tell()
    shelved = shelved.then(() => own.rows.includes(row) && shelf.turn(['asks'], (turn) => turn.put('asks', { ...row })))
    return true
  }

  /** @param {Row} row */
  async function shelve(row) {
    if (await numbered(row)) return
    await rename()
  }

  /** Gives the row its number and keeps both at once; false when another tab uses this name. @param {Row} row */
  async function numbered(row) {
    const client = lease.client()
    return shelf.turn(['asks', 'leases'], async (turn) => {
      const found = await turn.get('leases', [place, client])
      if (found && found.holder !== lease.holder) return false
      Object.assign(row, { client, n: Math.max(found?.n ?? 0, ...own.rows.map((each) => each.n)) + 1 })
      await turn.put('leases', { place, client, holder: lease.holder, until: now() + TERM, n: row.n })
      await turn.put('asks', { ...row })
      return true
    })
  }

  /** Another tab sends what stood under the old name; the same ids under a new one are answered from what is stored. */
  async function rename() {
    await lease.rename()
    own.client = lease.client()
    const moved = [...own.rows]
    for (const row of moved) row.n = 0
    for (const row of moved) if (own.rows.includes(row)) await numbered(row)
  }

  /** Something may be sent again. */
  function wake() {
    for (const queue of queues) {
      queue.tries = 0
      pump(queue)
    }
  }

  /** @param {Queue} queue */
  async function pump(queue) {
    if (queue.busy) return
    queue.busy = true
    while (ready(queue) && (await sent(queue, queue.rows[0])));
    queue.busy = false
    if (ready(queue)) setTimeout(() => pump(queue), Math.min(LATEST, SOON * 2 ** queue.tries++))
  }

  /** A row without a number is still on its way to the shelf. @param {Queue} queue */
  const ready = (queue) => up() && queue.rows.length > 0 && queue.rows[0].n > 0

  /** @param {Queue} queue @param {Row} row whether it is out of the queue */
  async function sent(queue, row) {
    left.add(row.id)
    const ack = await deliver(wire(row)).catch(() => null)
    if (!ack) keep(queue)
    if (!ack || (LATER.has(ack.code ?? '') && queue.tries < PATIENCE)) return false
    queue.tries = 0
    await settle(queue, row, ack)
    return true
  }

  /** @param {Queue} queue */
  function keep(queue) {
    for (const row of queue.rows) row.kept = true
    tell()
  }

  /** @param {Queue} queue @param {Row} row @param {Toimi.Ack} ack */
  async function settle(queue, row, ack) {
    if (!ack.ok && (row.kept || !waiting.has(row.id))) await refused(row, ack)
    await shelf.turn(['asks'], (turn) => turn.remove('asks', [place, row.client, row.n]))
    queue.rows = queue.rows.filter((each) => each !== row)
    left.delete(row.id)
    tell()
    waiting.get(row.id)?.(outcome(ack))
    waiting.delete(row.id)
    if (queue !== own && !queue.rows.length) await close(queue)
  }

  /** @param {Queue} queue */
  async function close(queue) {
    queues.delete(queue)
    await lease.forget(queue.client)
  }

  /** Holds the names of all queues, and takes up this tab's work under a new name if its own was taken. */
  async function renew() {
    for (const queue of queues) {
      if (await lease.renew(queue.client)) continue
      if (queue === own) await (shelved = shelved.then(rename))
      else queues.delete(queue)
    }
    tell()
  }

  /** Takes over what stands under the name of a tab that is gone. @param {string} client */
  async function adopt(client) {
    const queue = { client, rows: await kept(client), busy: false, tries: 0 }
    queues.add(queue)
    tell()
    if (queue.rows.length) pump(queue)
    else await close(queue)
  }

  return { pending, put, load, wake, renew, adopt, shelved: () => shelved }
}

/** @typedef {ReturnType<typeof openOutbox>} Outbox */

/** @returns {Toimi.Outcome} */
const tooLarge = () => ({ ok: false, code: 'too_large', words: t('That is too long to send in one piece.') })

/** @param {Row} row @returns {Toimi.Ask} */
function wire({ client, n, id, type, body, for: whose }) {
  return whose ? { client, n, id, type, body, for: whose } : { client, n, id, type, body }
}

/** @param {Row} row @returns {Toimi.Pending} */
function shown({ id, type, body, at, kept, for: whose }) {
  return { id, type, body, at, state: kept ? 'kept' : 'sending', ...(whose && { for: whose }) }
}

/** @param {Toimi.Ack} ack @returns {Toimi.Outcome} */
function outcome({ n: _n, ...rest }) {
  return rest
}

/** @param {any} body */
const size = (body) => new TextEncoder().encode(JSON.stringify(body)).length
