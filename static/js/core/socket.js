/** The usual line: one WebSocket, namespace `/live`. Knows the wire and nothing of what travels on it. */

/** An ask or catch-up without an answer in this time is taken for lost, milliseconds. */
const ANSWER = 15_000

/**
 * @typedef {object} Listener
 * @property {(moment: Toimi.Moment, took?: number) => void} moment
 * @property {(changes: Toimi.Changes) => void} changes
 * @property {(beacon: Toimi.Beacon) => void} beacon
 * @property {(near: any) => void} near
 * @property {(farewell: Toimi.Farewell) => void} farewell
 * @property {(took: number) => void} answered
 * @property {() => void} met connected; the moment is to follow
 * @property {() => void} failed could not be had, or went before its first moment
 * @property {(reason: string) => void} refused the server would not have it
 * @property {(final: boolean) => void} gone was there and is not; `final` when it does not come back by itself
 */
/**
 * @typedef {object} Line
 * @property {() => void} open
 * @property {() => void} close
 * @property {() => void} again drops the connection if there is one, and connects without waiting
 * @property {(ask: Toimi.Ask) => Promise<Toimi.Ack>} deliver
 * @property {(have: Toimi.Have) => Promise<Toimi.Moment>} catchUp
 * @property {(name: string, message: object) => void} say
 * @property {(name: string, message: object) => void} murmur dropped when the line is busy
 */

/**
 * @param {object} setting
 * @param {typeof import('socket.io-client').io} setting.connect
 * @param {() => object} setting.auth
 * @param {Listener} setting.on
 * @returns {Line}
 */
export function openSocket({ connect, auth, on }) {
  const socket = connect('/live', {
    transports: ['websocket'],
    auth: (/** @type {(auth: object) => void} */ give) => give(auth()),
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
    timeout: 8000,
  })
  let greeted = false

  socket.on('moment', (moment) => {
    greeted = true
    on.moment(moment)
  })
  for (const name of /** @type {const} */ (['changes', 'beacon', 'near', 'farewell'])) socket.on(name, (message) => on[name](message))
  socket.on('connect', () => on.met())
  socket.on('connect_error', (error) => (socket.active ? on.failed() : on.refused(error.message)))
  socket.on('disconnect', (reason) => {
    if (!greeted) on.failed()
    greeted = false
    on.gone(reason === 'io server disconnect')
  })

  /** @param {string} name @param {object} message @returns {Promise<any>} */
  async function asked(name, message) {
    if (!socket.connected) throw new Error('No line')
    const began = Date.now()
    const answer = await socket.timeout(ANSWER).emitWithAck(name, message)
    on.answered(Date.now() - began)
    return answer
  }

  return {
    open: () => void socket.connect(),
    close: () => void socket.disconnect(),
    again: () => void socket.disconnect().connect(),
    deliver: (ask) => asked('ask', ask),
    catchUp: (have) => asked('catch_up', { have }),
    say: (name, message) => void (socket.connected && socket.emit(name, message)),
    murmur: (name, message) => void (socket.connected && socket.volatile.emit(name, message)),
  }
}
