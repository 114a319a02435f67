/**
 * Streams as signals. The rule, all of it: another epoch or a gap → catch up; a number that is not newer → drop;
 * else apply. Nothing is buffered. A signal a panel, so that what did not change is not drawn again.
 */
import { batch, computed, signal } from '@preact/signals-core'

/** When a panel is in two streams the narrowest wins. */
const WIDTHS = ['seat', 'group', 'hosts', 'room', 'screen']

/**
 * @typedef {object} Stream
 * @property {string} epoch
 * @property {number} seq
 * @property {Map<string, Toimi.Panel>} panels what has come in
 * @property {Map<string, Toimi.Panel>} drawn what is shown; behind `panels` only while it is partial
 * @property {boolean} partial parts are still to come
 */

/** @param {string} name */
const width = (name) => WIDTHS.indexOf(name.split(':', 1)[0])

/**
 * @param {object} [setting]
 * @param {() => void} [setting.behind] called when something is missing and a moment is needed
 */
export function openStore({ behind = () => {} } = {}) {
  /** @type {Map<string, Stream>} */
  const streams = new Map()
  /** @type {Map<string, import('@preact/signals-core').Signal<Toimi.Panel>>} */
  const panels = new Map()
  /** @type {Map<string, { keys: import('@preact/signals-core').Signal<string[]>, entries: import('@preact/signals-core').ReadonlySignal<[string, any][]> }>} */
  const prefixes = new Map()
  const ready = signal(false)

  // ---- what comes in

  /** All streams of the seat; one that is not listed is forgotten. @param {Toimi.Moment} moment */
  function moment({ streams: listed }) {
    batch(() => {
      for (const name of [...streams.keys()].filter((each) => !(each in listed))) forget(name)
      for (const [name, part] of Object.entries(listed)) take(name, part, part.whole ?? part.since === 0)
      settle()
    })
  }

  /** @param {Toimi.Changes} part */
  function changes(part) {
    if (streams.get(part.stream)?.epoch !== part.epoch) return behind()
    batch(() => {
      take(part.stream, part, part.since === 0)
      settle()
    })
  }

  const settle = () => (ready.value ||= [...streams.values()].every((stream) => !stream.partial))

  /** @param {Toimi.Beacon} beacon */
  function beacon({ streams: listed }) {
    const missing = Object.entries(listed).some(([name, [epoch, seq]]) => {
      const mine = streams.get(name)
      return !mine || mine.epoch !== epoch || mine.seq < seq
    })
    const left = [...streams.keys()].some((name) => !(name in listed))
    if (missing || left) behind()
  }

  /** @returns {Toimi.Have} */
  const have = () => Object.fromEntries([...streams].map(([name, { epoch, seq }]) => [name, [epoch, seq]]))

  /** @param {string} name @param {Toimi.StreamPart} part @param {boolean} whole */
  function take(name, part, whole) {
    const mine = streams.get(name)
    const known = mine?.epoch === part.epoch
    // The first part of a whole is taken even when its number is old: the parts after it lack what is gone since.
    if (mine && known && part.seq <= mine.seq && !(whole && part.more)) return part.seq === mine.seq && draw(mine, part)
    if (whole) return replace(name, part)
    if (!mine || !known || part.since > mine.seq) return behind()
    for (const [key, panel] of Object.entries(part.panels)) put(mine.panels, key, panel)
    mine.seq = part.seq
    draw(mine, part)
  }

  /** @param {string} name @param {Toimi.StreamPart} part */
  function replace(name, part) {
    const drawn = streams.get(name)?.drawn ?? new Map()
    const stream = { epoch: part.epoch, seq: part.seq, panels: new Map(Object.entries(part.panels)), drawn, partial: true }
    streams.set(name, stream)
    draw(stream, part)
  }

  // ---- what is shown

  /** @param {Stream} stream @param {Toimi.StreamPart} part */
  function draw(stream, { more = false }) {
    stream.partial = more
    if (more) return
    const before = stream.drawn
    stream.drawn = new Map(stream.panels)
    const keys = new Set([...before.keys(), ...stream.drawn.keys()])
    show([...keys].filter((key) => before.get(key) !== stream.drawn.get(key)))
  }

  /** @param {string} name */
  function forget(name) {
    const gone = streams.get(name)
    streams.delete(name)
    show([...(gone?.drawn.keys() ?? [])])
  }

  /** @param {string} key */
  function narrowest(key) {
    const holders = [...streams].filter(([, stream]) => stream.drawn.has(key))
    holders.sort(([a], [b]) => width(a) - width(b) || (a < b ? -1 : 1))
    return holders[0]?.[1].drawn.get(key) ?? null
  }

  /** @param {string[]} keys */
  function show(keys) {
    const came = keys.filter(shown)
    for (const [prefix, { keys: listed }] of prefixes) if (came.some((key) => key.startsWith(prefix))) listed.value = present(prefix)
  }

  /** Whether the panel came or went. An equal panel keeps its identity, so that a new epoch draws nothing anew. @param {string} key */
  function shown(key) {
    const [panel, now] = [of(key), narrowest(key)]
    const was = panel.peek()
    if (!same(was, now)) panel.value = now
    return (was === null) !== (now === null)
  }

  /** @param {string} key */
  function of(key) {
    const known = panels.get(key) ?? signal(null)
    panels.set(key, known)
    return known
  }

  /** @param {string} prefix */
  const present = (prefix) => [...panels].filter(([key, panel]) => key.startsWith(prefix) && panel.peek() !== null).map(([key]) => key).sort()

  /** @param {string} prefix */
  function under(prefix) {
    const known = prefixes.get(prefix)
    if (known) return known
    const keys = signal(present(prefix))
    const entries = computed(() => keys.value.map((key) => /** @type {[string, any]} */ ([key, of(key).value])))
    prefixes.set(prefix, { keys, entries })
    return { keys, entries }
  }

  /** @type {Omit<Toimi.Store, 'connection'>} */
  const face = {
    panel: (/** @type {string} */ key) => of(key).value,
    keys: (prefix) => under(prefix).keys.value,
    entries: (prefix) => under(prefix).entries.value,
    all: (/** @type {string} */ prefix) => under(prefix).entries.value.map(([, panel]) => panel),
    ready,
  }
  return { moment, changes, beacon, have, face }
}

/** @typedef {ReturnType<typeof openStore>} OpenStore */

/** @param {Map<string, Toimi.Panel>} panels @param {string} key @param {Toimi.Panel | null} panel */
function put(panels, key, panel) {
  if (panel === null) panels.delete(key)
  else panels.set(key, panel)
}

/** Whether two panels say the same. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]))
}
