/** The other line, where a network shuts WebSocket out: `POST ask`, and `GET moment` every two seconds. Same door, same streams. */

const EVERY = 2000
const SLOWEST = 8000
const ANSWER = 15_000
/** The seat is not ours any more. */
const REMOVED = new Set([401, 410])

/**
 * @param {object} setting
 * @param {Toimi.Boot} setting.boot
 * @param {typeof globalThis.fetch} setting.fetch
 * @param {() => Toimi.Have} setting.have
 * @param {() => string[]} setting.looking
 * @param {Pick<import('./socket.js').Listener, 'moment' | 'farewell' | 'failed'>} setting.on
 */
export function openPolling({ boot, fetch, have, looking, on }) {
  let misses = 0
  let running = 0
  let opened = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let next

  /** @param {string} url @param {RequestInit} [request] */
  async function fetched(url, request) {
    const headers = { 'X-Toimi-Token': boot.token, Accept: 'application/json', ...request?.headers }
    const answer = await fetch(url, { ...request, headers, cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(ANSWER) })
    if (REMOVED.has(answer.status)) on.farewell({ reason: 'removed' })
    return answer
  }

  function momentUrl() {
    const groups = looking()
    const query = new URLSearchParams({ have: JSON.stringify(have()), ...(groups.length && { look: groups.join(',') }) })
    return `${boot.urls.moment}?${query}`
  }

  /** @param {number} run a moment that comes after the line was closed is not taken */
  async function look(run) {
    const began = Date.now()
    const answer = await fetched(momentUrl())
    if (!answer.ok) throw new Error(`Moment ${answer.status}`)
    /** @type {Toimi.Moment} */
    const moment = await answer.json()
    if (run !== running) return false
    misses = 0
    on.moment(moment, Date.now() - began)
    return Object.values(moment.streams).some((part) => part.more)
  }

  /** @param {number} run */
  async function round(run) {
    const more = await look(run).catch(() => missed(run))
    if (run !== running) return
    clearTimeout(next)
    next = setTimeout(() => round(run), more ? 0 : Math.min(SLOWEST, EVERY * 2 ** misses))
  }

  /** @param {number} run */
  function missed(run) {
    if (run !== running) return false
    misses = Math.min(misses + 1, 3)
    on.failed()
    return false
  }

  /** @param {Toimi.Ask} ask @returns {Promise<Toimi.Ack>} */
  async function deliver(ask) {
    const answer = await fetched(boot.urls.ask, { method: 'POST', body: JSON.stringify(ask), headers: { 'Content-Type': 'application/json' } })
    const ack = await answer.json()
    if (typeof ack?.ok !== 'boolean') throw new Error(`Ask ${answer.status}`)
    // As on the socket: what was asked for is on the screen before the answer is.
    await look(running).catch(() => {})
    return ack
  }

  return {
    open() {
      if (!opened) round(++running)
      opened = true
    },
    close() {
      running++
      clearTimeout(next)
      opened = false
    },
    /** Asks for a moment now rather than at the next round. */
    again: () => void (opened && round(running)),
    deliver,
  }
}
