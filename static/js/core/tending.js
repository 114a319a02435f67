/** What a page looks after while it is open: its lease, what closed tabs left, and its own coming and going. */

const ROUND = 20_000
/** A round that comes this late comes from a device that slept: other tabs are late too, and not gone. */
const OVERSLEPT = 45_000

/**
 * @param {object} setting
 * @param {import('./lease.js').Lease} setting.lease
 * @param {import('./outbox.js').Outbox} setting.outbox
 * @param {Awaited<ReturnType<typeof import('./texts.js').openTexts>>} setting.texts
 * @param {{ wake: () => void }} setting.live
 * @param {EventTarget | undefined} setting.page
 */
export function openTending({ lease, outbox, texts, live, page }) {
  let last = Date.now()

  async function round() {
    const slept = Date.now() - last > OVERSLEPT
    last = Date.now()
    await hold()
    if (!slept) await adopt()
  }

  async function hold() {
    const client = lease.client()
    await outbox.renew()
    if (lease.client() !== client) texts.rewrite()
  }

  async function adopt() {
    for (const client of await lease.orphans()) {
      if (!(await lease.take(client))) continue
      await texts.adopt(client)
      await outbox.adopt(client)
    }
  }

  function leave() {
    texts.spill()
    lease.leave()
  }

  /** Back from the browser's page cache, where another tab may have taken this one for gone. */
  function stay() {
    lease.stay()
    hold()
    live.wake()
  }

  const heard = Object.entries({
    pagehide: leave,
    pageshow: (/** @type {Event} */ event) => /** @type {PageTransitionEvent} */ (event).persisted && stay(),
    online: live.wake,
    visibilitychange: () => globalThis.document?.visibilityState !== 'hidden' && live.wake(),
  })
  for (const [name, act] of heard) page?.addEventListener(name, act)
  const rounds = setInterval(round, ROUND)
  adopt()

  function close() {
    clearInterval(rounds)
    for (const [name, act] of heard) page?.removeEventListener(name, act)
  }
  return { close, round }
}
