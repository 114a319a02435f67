/** The room as a page sees it: everything a component is given. */
import { computed } from '@preact/signals-core'
import { io } from 'socket.io-client'
import { openBanner } from './banner.js'
import { openClock } from './clock.js'
import { newId } from './ids.js'
import { openKept } from './kept.js'
import { openLease } from './lease.js'
import { openLive } from './live.js'
import { browserNotes } from './notes.js'
import { openOutbox } from './outbox.js'
import { openShelf } from './shelf.js'
import { openStore } from './store.js'
import { openTending } from './tending.js'
import { openTexts } from './texts.js'
import { learn, said, spoken, t, tn } from './words.js'

/**
 * What of the world the room touches; tests bring their own.
 * @typedef {object} World
 * @property {typeof io} [connect]
 * @property {typeof globalThis.fetch} [fetch]
 * @property {IDBFactory} [factory]
 * @property {import('./notes.js').Notes} [notes]
 * @property {EventTarget} [page] where pagehide, pageshow, online and visibilitychange are heard
 */

/** The boot of a live page. @returns {Toimi.Boot} */
export const readBoot = (page = document) => JSON.parse(page.getElementById('boot')?.textContent ?? '{}')

/**
 * Opens the room: words, what the device kept, the line. Resolves before the first moment; `store.ready` says when it is in.
 * @param {Toimi.Boot} boot
 * @param {World} [world]
 * @returns {Promise<Toimi.Room>}
 */
export async function openRoom(boot, world = {}) {
  const { connect = io, fetch = globalThis.fetch.bind(globalThis), factory, notes = browserNotes(), page = globalThis.window } = world
  const place = [boot.workshop, boot.seat, ...(boot.role === 'screen' ? ['screen'] : [])].join(':')
  const [shelf] = await Promise.all([openShelf({ factory }), learn(boot.language, boot.catalogue, fetch)])
  const lease = openLease({ shelf, place, notes })
  await lease.claim()

  const kept = await openKept({ shelf, place })
  const texts = await openTexts({ shelf, place, client: lease.client, notes, second: kept.second })
  const clock = openClock()
  const store = openStore({ behind: () => live.catchUp() })
  const outbox = openOutbox({ shelf, lease, place, up: () => live.isUp(), deliver: (ask) => live.deliver(ask), refused: kept.refused })
  const live = openLive({ boot, store, clock, connect, fetch, up: outbox.wake })
  const connection = computed(() => ({ ...live.state.value, pending: outbox.pending.value.length }))
  const { banner, close: closeBanner } = openBanner({ connection, drafts: kept.drafts, lasting: shelf.lasting })

  await outbox.load()
  const tending = openTending({ lease, outbox, texts, live, page })
  live.open()

  /** @type {Toimi.Room['ask']} */
  const ask = (type, body, options) => outbox.put(type, body, options).answer

  /** @param {string} key */
  async function retryDraft(key) {
    const asks = kept.found(key)?.asks ?? []
    kept.drop(key)
    return Promise.all(asks.map(({ type, body, for: whose }) => ask(type, body, { for: whose })))
  }

  function close() {
    tending.close()
    closeBanner()
    live.close()
    shelf.close()
  }

  return {
    boot,
    store: { ...store.face, connection },
    clock,
    near: live.near,
    seat: boot.seat,
    role: boot.role,
    language: boot.language,
    languages: boot.languages,
    t,
    tn,
    said,
    spoken,
    ask,
    asking: outbox.put,
    connection,
    banner,
    pending: outbox.pending,
    drafts: kept.drafts,
    draft: texts.draft,
    dropDraft: (key) => void kept.drop(key),
    retryDraft,
    lasting: shelf.lasting,
    look: live.look,
    close,
  }
}

export { newId }
