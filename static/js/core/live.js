/**
 * The live connection: the socket, or asking over HTTPS where it cannot be had, and always back to the socket when it can.
 * It feeds the store and carries asks; it decides nothing about what they mean.
 */
import { computed, signal } from '@preact/signals-core'
import { openPolling } from './polling.js'
import { openSocket } from './socket.js'

/** Silence after which the line is called away, and after which it is made anew. The beacon comes at least every 5 s. */
const QUIET = 8000
const DEAF = 15_000
/** An ask without an answer for this long says the line is away, milliseconds. */
const SLOW = 4000
/** Sockets that fail in a row before HTTPS is tried beside them. */
const FAILURES = 2
/** How long a socket may take to its first moment before HTTPS is tried beside it: some networks let it open, and no more. */
const BESIDE = 4000
/** How long a socket that the server refused is left alone. */
const REFUSED = 30_000

/** @typedef {'live' | 'connecting' | 'offline' | 'polling' | 'farewell'} State */
/**
 * @typedef {object} Setting
 * @property {Toimi.Boot} boot
 * @property {import('./store.js').OpenStore} store
 * @property {{ heard: (stamp: string) => void, measured: (took: number) => void }} clock
 * @property {typeof import('socket.io-client').io} connect
 * @property {typeof globalThis.fetch} fetch
 * @property {() => void} up asks may be sent
 * @property {() => number} [now]
 */

/** @param {Setting} setting */
export function openLive({ boot, store, clock, connect, fetch, up, now = Date.now }) {
  const line = signal(/** @type {{ state: State, since: number, reason?: string }} */ ({ state: 'connecting', since: now() }))
  const slow = signal(false)
  const quiet = signal(false)
  const here = signal(/** @type {{ [stream: string]: Toimi.NearHere }} */ ({}))
  const looking = signal(/** @type {string[]} */ ([]))
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  const timers = new Map()
  let failures = 0
  let greetings = 0
  let closed = false

  const state = computed(() => {
    const away = line.value.state === 'live' && (quiet.value || slow.value)
    return away ? { ...line.value, state: /** @type {State} */ ('offline') } : line.value
  })

  /** @param {string} name @param {number} wait @param {() => void} act */
  function later(name, wait, act) {
    clearTimeout(timers.get(name))
    if (!closed) timers.set(name, setTimeout(act, wait))
  }

  /** @param {State} name @param {string} [reason] */
  function become(name, reason) {
    if (line.peek().state === name && line.peek().reason === reason) return
    line.value = { state: name, since: now(), ...(reason && { reason }) }
  }

  // ---- what is heard

  function heard() {
    quiet.value = false
    later('quiet', QUIET, () => (quiet.value = true))
    later('deaf', DEAF, () => socket.again())
  }

  /** @param {Toimi.Moment} moment @param {State} by */
  function take(moment, by) {
    clock.heard(moment.now)
    store.moment(moment)
    const wasUp = isUp()
    become(by)
    if (!wasUp) up()
  }

  /** @type {import('./socket.js').Listener} */
  const onSocket = {
    moment(moment) {
      failures = 0
      greetings++
      polling.close()
      heard()
      if (line.peek().state !== 'live') for (const group of looking.peek()) socket.say('look_in', { group })
      take(moment, 'live')
    },
    changes(changes) {
      heard()
      store.changes(changes)
    },
    beacon(beacon) {
      heard()
      clock.heard(beacon.now)
      store.beacon(beacon)
    },
    near(near) {
      heard()
      here.value = { ...here.peek(), [near.stream]: near }
    },
    farewell,
    answered(took) {
      heard()
      clock.measured(took)
    },
    met: heard,
    refused,
    failed() {
      if (++failures >= FAILURES && !saidFarewell()) polling.open()
    },
    gone(final) {
      for (const name of ['quiet', 'deaf']) clearTimeout(timers.get(name))
      here.value = {}
      quiet.value = false
      if (saidFarewell()) return
      if (line.peek().state !== 'polling') become('offline')
      beside()
      if (final) later('socket', 1000 + Math.random() * 2000, () => socket.open())
    },
  }

  /** The server would not have this socket: HTTPS says whether it would have the seat. @param {string} [reason] */
  function refused(reason = '') {
    if (saidFarewell()) return
    if (reason === 'removed') return farewell({ reason })
    polling.open()
    later('socket', REFUSED, () => socket.open())
  }

  /** @param {Toimi.Farewell} farewell */
  function farewell({ reason, again_in: wait }) {
    become('farewell', reason)
    socket.close()
    polling.close()
    if (reason === 'removed') return
    later('socket', (wait ?? 2) * 1000 * (1 + Math.random() / 2), back)
  }

  function back() {
    failures = 0
    become('connecting')
    open()
  }

  function open() {
    socket.open()
    beside()
  }

  const beside = () => later('beside', BESIDE, () => isUp() || saidFarewell() || polling.open())

  const saidFarewell = () => line.peek().state === 'farewell'
  const isUp = () => line.peek().state === 'live' || line.peek().state === 'polling'

  const socket = openSocket({
    connect,
    auth: () => ({ workshop: boot.workshop, token: boot.token, have: store.have() }),
    on: onSocket,
  })
  const polling = openPolling({
    boot,
    fetch,
    have: store.have,
    looking: () => looking.peek(),
    on: {
      moment: (moment, took) => {
        if (took !== undefined) clock.measured(took)
        take(moment, 'polling')
      },
      farewell,
      failed: () => line.peek().state === 'polling' && become('offline'),
    },
  })

  // ---- what is asked

  let catching = false
  let streak = 0
  /** Asks for a moment, one at a time; further apart the more often it was of no use. */
  async function catchUp() {
    if (catching || line.peek().state !== 'live') return
    catching = true
    const asked = greetings
    const moment = await socket.catchUp(store.have()).catch(() => null)
    // An answer that was on its way when the line went says nothing of the line there is now.
    if (moment?.streams && asked === greetings && line.peek().state === 'live') take(moment, 'live')
    later('catch up', Math.min(5000, 200 * 2 ** streak++), () => (catching = false))
    later('calm', 10_000, () => (streak = 0))
  }

  /** @param {Toimi.Ask} ask */
  async function deliver(ask) {
    const late = setTimeout(() => (slow.value = true), SLOW)
    try {
      return await (line.peek().state === 'polling' ? polling : socket).deliver(ask)
    } finally {
      clearTimeout(late)
      slow.value = false
    }
  }

  /** Tries at once: the device says it has a network again, or the person looks at the page again. */
  function wake() {
    if (line.peek().state === 'offline') socket.again()
    polling.again()
  }

  /** @param {string[]} groups */
  function look(groups) {
    const before = looking.peek()
    looking.value = groups
    for (const group of before) if (!groups.includes(group)) socket.say('look_out', { group })
    for (const group of groups) if (!before.includes(group)) socket.say('look_in', { group })
    polling.again()
  }

  let told = 0
  /** @type {Toimi.Near} */
  const near = {
    here,
    tell(where) {
      later('near', Math.max(0, told + 1000 - now()), () => {
        told = now()
        socket.murmur('near', where)
      })
    },
  }

  function close() {
    closed = true
    for (const timer of timers.values()) clearTimeout(timer)
    polling.close()
    socket.close()
  }

  return { state, near, isUp, deliver, catchUp, wake, look, open, close }
}
