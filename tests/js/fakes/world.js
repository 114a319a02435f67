/** A device with tabs: its store, its notes, and rooms opened on it. */
import { IDBFactory } from 'fake-indexeddb'
import { openRoom } from 'toimi/core/room.js'

export const BOOT = {
  workshop: 'w1',
  seat: 'ada',
  role: 'participant',
  token: 'signed',
  language: 'en',
  languages: ['fi', 'sv', 'en'],
  urls: { ask: '/w/w1/ask', moment: '/w/w1/moment' },
  pack: {},
  kinds: {},
  code: 'ABCD2345',
}

const notes = (kept = {}) => ({ kept, getItem: (name) => kept[name] ?? null, setItem: (name, text) => (kept[name] = text) })

export class Device {
  constructor(server) {
    this.server = server
    this.factory = new IDBFactory()
    this.notes = notes()
  }

  /** A new tab, or with `from` the same tab loaded again, or a duplicate of one that is open. */
  async open({ from, boot = {}, factory = this.factory } = {}) {
    const tab = notes(from ? { ...from.notes.kept } : {})
    const page = new EventTarget()
    const world = { connect: this.server.connect, fetch: this.server.fetch, factory, notes: { tab, device: this.notes }, page }
    const room = await openRoom({ ...BOOT, ...boot }, world)
    return { room, page, notes: tab }
  }

  /** What stands in one of the device's stores. */
  rows(store) {
    return new Promise((resolve, reject) => {
      const asked = this.factory.open('toimi', 1)
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        const all = asked.result.transaction(store).objectStore(store).getAll()
        all.onsuccess = () => (asked.result.close(), resolve(all.result))
      }
    })
  }

  /** The page goes as a browser lets it go. */
  leave({ room, page }) {
    page.dispatchEvent(new Event('pagehide'))
    room.close()
  }
}

/** Waits until it is so; a test that waits too long says what it waited for. */
export async function until(so, what = String(so)) {
  const end = Date.now() + 5000
  while (!(await so())) {
    if (Date.now() > end) throw new Error(`Never: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
