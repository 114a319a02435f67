/** A server as the browser meets it: numbered streams, a door that answers each id once, sockets and HTTPS in front. */

const PARTS = 2

export class FakeStream {
  constructor(epoch) {
    this.epoch = epoch
    this.seq = 1
    this.flushed = 1
    this.panels = new Map()
  }

  put(key, panel) {
    this.seq += 1
    this.panels.delete(key)
    this.panels.set(key, { seq: this.seq, panel })
  }

  shown() {
    return Object.fromEntries([...this.panels].filter(([, { panel }]) => panel !== null).map(([key, { panel }]) => [key, panel]))
  }

  /** Parts of a few panels each, as `take` of the house makes them. */
  take(since, most = PARTS) {
    const newer = [...this.panels].filter(([, { seq, panel }]) => seq > since && (since || panel !== null))
    const batches = []
    for (let at = 0; at < newer.length; at += most) batches.push(newer.slice(at, at + most))
    if (!batches.length) batches.push([])
    let start = since
    return batches.map((batch, at) => {
      const last = at === batches.length - 1
      const seq = last ? this.seq : batch.at(-1)[1].seq
      const part = { epoch: this.epoch, since: start, seq, whole: start === 0, more: !last }
      start = seq
      return { ...part, panels: Object.fromEntries(batch.map(([key, { panel }]) => [key, structuredClone(panel)])) }
    })
  }
}

export class FakeServer {
  constructor() {
    this.streams = new Map([['room', new FakeStream('e1')]])
    this.sockets = new Set()
    this.answers = new Map()
    this.asked = []
    this.heard = []
    this.up = true
    this.websocket = true
    this.refuses = () => null
    this.silent = false
  }

  /** What `io` of socket.io-client is to the page. */
  get connect() {
    return (_namespace, options) => new FakeSocket(this, options)
  }

  get fetch() {
    return async (url, request) => {
      if (!this.up) throw new TypeError('Failed to fetch')
      if (request?.method === 'POST') return reply(this.answer(JSON.parse(request.body)))
      const have = JSON.parse(new URL(url, 'http://toimi').searchParams.get('have') ?? '{}')
      return reply(url.startsWith('/words') ? { messages: {} } : this.moment(have)[0])
    }
  }

  moment(have) {
    const rest = []
    const streams = {}
    for (const [name, stream] of this.streams) {
      const [epoch, seq] = have[name] ?? ['', 0]
      const [head, ...tail] = stream.take(epoch === stream.epoch && seq <= stream.seq ? seq : 0)
      streams[name] = head
      for (const part of tail) rest.push({ stream: name, ...part })
    }
    return [{ now: new Date().toISOString(), seat: 'ada', streams }, rest]
  }

  answer(ask) {
    this.heard.push(ask)
    if (!this.answers.has(ask.id)) {
      this.asked.push(ask)
      this.answers.set(ask.id, { ok: true, ...this.refuses(ask) })
    }
    return { n: ask.n, ...this.answers.get(ask.id) }
  }

  put(stream, key, panel) {
    this.streams.get(stream).put(key, panel)
    this.flush()
  }

  flush() {
    for (const [name, stream] of this.streams) {
      if (stream.flushed === stream.seq) continue
      for (const part of stream.take(stream.flushed)) this.say('changes', { stream: name, ...part })
      stream.flushed = stream.seq
    }
  }

  say(name, message) {
    for (const socket of this.sockets) socket.hear(name, message)
  }

  /** The line goes; it can be had again unless told otherwise. */
  cut({ up = true } = {}) {
    this.up = up
    for (const socket of this.sockets) socket.lost('transport close')
  }
}

class FakeSocket {
  constructor(server, options) {
    Object.assign(this, { server, options, connected: false, active: false, on_: {}, lossy: false })
  }

  on(name, act) {
    this.on_[name] = act
  }

  hear(name, message) {
    this.on_[name]?.(message)
  }

  connect() {
    this.active = true
    setTimeout(() => this.#attempt(), 5)
    return this
  }

  #attempt() {
    if (!this.active || this.connected) return
    if (!this.server.up || !this.server.websocket) return this.#missed()
    this.connected = true
    this.server.sockets.add(this)
    this.hear('connect')
    this.options.auth((auth) => {
      this.auth = auth
      if (!this.server.silent) this.#greet(auth.have)
    })
  }

  #greet(have) {
    const [moment, rest] = this.server.moment(have)
    this.hear('moment', moment)
    for (const part of rest) this.hear('changes', part)
  }

  #missed() {
    this.hear('connect_error', new Error('websocket error'))
    if (this.active) setTimeout(() => this.#attempt(), 20)
  }

  lost(reason) {
    if (!this.connected) return
    this.connected = false
    this.server.sockets.delete(this)
    if (reason === 'transport close') setTimeout(() => this.#attempt(), 20)
    this.hear('disconnect', reason)
  }

  disconnect() {
    this.active = false
    this.lost('io client disconnect')
    return this
  }

  timeout() {
    return this
  }

  get volatile() {
    return this
  }

  emit(name, message) {
    this.server.said?.push([name, message])
  }

  async emitWithAck(name, message) {
    if (!this.connected || !this.server.up) throw new Error('lost')
    if (name === 'catch_up') {
      const [moment, rest] = this.server.moment(message.have)
      setTimeout(() => rest.forEach((part) => this.hear('changes', part)))
      return moment
    }
    const ack = this.server.answer(JSON.parse(JSON.stringify(message)))
    if (this.server.losesAcks?.()) {
      this.lost('transport close')
      throw new Error('lost')
    }
    return ack
  }
}

const reply = (body) => ({ ok: true, status: 200, json: async () => structuredClone(body) })
