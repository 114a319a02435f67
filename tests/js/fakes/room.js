/** A room that components are given: these panels, this pack; what is asked is written down. */
import { signal } from '@preact/signals-core'
import { said, spoken, t, tn } from 'toimi/core/words.js'

const EMPTY = { themes: [], objectives: [], statements: [], scale: { levels: [] }, library: [], role_groups: [], picture: [], units: {} }

/** @returns {any} */
export function roomOf({ panels = {}, pack = {}, kinds = {}, role = 'participant', language = 'en' } = {}) {
  const kept = new Map()
  const asked = []
  const panel = (key) => panels[key] ?? null
  const all = (start) => Object.entries(panels).filter(([key, value]) => value && key.startsWith(start)).map(([, value]) => value)
  const draft = (key) => kept.get(key) ?? kept.set(key, signal('')).get(key)
  const ask = async (type, body) => (asked.push({ type, ...body }), { ok: true })
  return {
    seat: 'ada', role, language, languages: ['fi', 'sv', 'en'], t, tn, said, spoken, asked, ask, panels, draft,
    drafts: () => [], dropDraft: (key) => kept.delete(key), asking: ask,
    near: { here: signal({}), tell() {} },
    pending: signal([]), connection: signal('online'), banner: signal(null), lasting: true,
    boot: { role, pack: { ...EMPTY, ...pack }, kinds, urls: { plan: '/plan' } },
    store: { panel, all },
  }
}
