/** What is kept on the device: IndexedDB, or memory where there is none. `lasting` says which. */
import { signal } from '@preact/signals-core'

/** Stores with their keys. Every row says which place (workshop and seat) it belongs to. */
export const STORES = /** @type {const} */ ({
  asks: ['place', 'client', 'n'],
  leases: ['place', 'client'],
  texts: ['place', 'client', 'key'],
  kept: ['place', 'key'],
})

/** @typedef {keyof typeof STORES} StoreName */
/** @typedef {{ place: string, [column: string]: any }} Row */
/** @typedef {(string | number)[]} Key */
/**
 * One turn sees and changes its stores undisturbed by other tabs.
 * @typedef {object} Turn
 * @property {(store: StoreName, key: Key) => Promise<Row | undefined>} get
 * @property {(store: StoreName, place: string) => Promise<Row[]>} all
 * @property {(store: StoreName, row: Row) => Promise<unknown>} put
 * @property {(store: StoreName, key: Key) => Promise<unknown>} remove
 */
/**
 * @typedef {object} Shelf
 * @property {import('@preact/signals-core').ReadonlySignal<boolean>} lasting
 * @property {<T>(stores: StoreName[], act: (turn: Turn) => Promise<T>) => Promise<T>} turn
 * @property {() => void} close
 */

/** A browser that does not answer in this time is taken for one that keeps nothing, milliseconds. */
const PATIENCE = 3000

/**
 * @param {object} [setting]
 * @param {IDBFactory} [setting.factory]
 * @param {string} [setting.name]
 * @returns {Promise<Shelf>}
 */
export async function openShelf({ factory = globalThis.indexedDB, name = 'toimi' } = {}) {
  const lasting = signal(true)
  const memory = memoryTurns()
  const opened = await timely(open(factory, name)).catch(() => null)
  lasting.value = opened !== null

  /** @type {Shelf['turn']} */
  async function turn(stores, act) {
    if (!opened || !lasting.value) return memory(act)
    try {
      return await timely(transaction(opened, stores, act))
    } catch (error) {
      console.warn('Kept in memory from now on', error)
      lasting.value = false
      return memory(act)
    }
  }
  return { lasting, turn, close: () => opened?.close() }
}

/**
 * @param {IDBFactory | undefined} factory
 * @param {string} name
 * @returns {Promise<IDBDatabase>}
 */
async function open(factory, name) {
  if (!factory) throw new Error('This browser keeps nothing')
  const asked = factory.open(name, 1)
  asked.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries(STORES)) asked.result.createObjectStore(store, { keyPath: [...keyPath] })
  }
  const opened = await answered(asked)
  opened.onversionchange = () => opened.close()
  return opened
}

/**
 * @template T
 * @param {IDBRequest<T>} asked
 * @returns {Promise<T>}
 */
const answered = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

/**
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function timely(promise) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The browser’s store does not answer')), PATIENCE)
    promise.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

/**
 * @template T
 * @param {IDBDatabase} opened
 * @param {StoreName[]} stores
 * @param {(turn: Turn) => Promise<T>} act
 * @returns {Promise<T>}
 */
async function transaction(opened, stores, act) {
  const open = opened.transaction(stores, 'readwrite')
  const done = new Promise((resolve, reject) => {
    open.oncomplete = resolve
    open.onabort = () => reject(open.error)
  })
  done.catch(() => {})
  const result = await act({
    get: (store, key) => answered(open.objectStore(store).get(key)),
    all: async (store, place) => (await answered(open.objectStore(store).getAll())).filter((row) => row.place === place),
    put: (store, row) => answered(open.objectStore(store).put(row)),
    remove: (store, key) => answered(open.objectStore(store).delete(key)),
  })
  await done
  return result
}

/** The same turns on a map, one after the other. */
function memoryTurns() {
  /** @type {Map<string, Row>} */
  const rows = new Map()
  /** @type {Promise<unknown>} */
  let last = Promise.resolve()
  /** @param {string} store @param {Key} key */
  const at = (store, key) => JSON.stringify([store, ...key])
  /** @type {Turn} */
  const turn = {
    get: async (store, key) => rows.get(at(store, key)),
    all: async (store, place) => [...rows].filter(([key, row]) => JSON.parse(key)[0] === store && row.place === place).map(([, row]) => row),
    put: async (store, row) => rows.set(at(store, STORES[store].map((column) => row[column])), row),
    remove: async (store, key) => rows.delete(at(store, key)),
  }
  /** @template T @param {(turn: Turn) => Promise<T>} act @returns {Promise<T>} */
  return (act) => {
    const mine = last.then(() => act(turn))
    last = mine.catch(() => {})
    return mine
  }
}
