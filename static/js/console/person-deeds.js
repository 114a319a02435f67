/** What may be done for a person: groups, the decider's mark, a part of their own, entering for them, leaving. */
import { t } from '../core/words.js'
import { groups } from './host.js'

/**
 * @param {import('./host.js').Host} host
 * @param {Toimi.Seat} seat
 * @param {import('@preact/signals').Signal<any>} doing
 */
export function personDeeds(host, seat, doing) {
  const own = seat.role === 'participant' ? [...moves(host, seat), ...entering(host, seat)] : []
  return [...own, ...(host.room.role === 'host' ? parts(host, seat, doing) : [])]
}

/** @param {import('./host.js').Host} host @param {Toimi.Seat} seat */
function moves(host, seat) {
  const move = (/** @type {string | null} */ group) => () => void host.ask('PutInGroup', { seat: seat.id, group })
  const others = groups(host.room).filter((group) => group.id !== seat.group)
  return [
    ...others.map((group) => ({ words: t('Move to group %(letter)s', { letter: group.letter }), more: group.name, onPick: move(group.id) })),
    ...(seat.group ? [{ words: t('Take out of the group'), onPick: move(null) }] : []),
  ]
}

/** @param {import('./host.js').Host} host @param {Toimi.Seat} seat */
const entering = (host, seat) => [{ words: t('Enter for %(name)s', { name: seat.name }), more: t('who has no device at hand'), icon: 'pen', apart: true, onPick: () => void (host.view.value = `for:${seat.id}`) }]

/** Only the host changes parts and seats. @param {import('./host.js').Host} host @param {Toimi.Seat} seat @param {import('@preact/signals').Signal<any>} doing */
function parts(host, seat, doing) {
  if (seat.id === host.room.seat) return []
  const role = (/** @type {Toimi.Role} */ part) => () => void host.ask('SetRole', { seat: seat.id, role: part })
  const ask = (/** @type {string} */ what) => () => void (doing.value = { what, seat })
  if (seat.role !== 'participant') return [...(seat.role === 'cohost' || seat.role === 'observer' ? [{ words: t('Make a participant'), icon: 'person', onPick: role('participant') }] : []), { words: t('Remove from the workshop'), icon: 'leave', apart: true, onPick: ask('remove') }]
  return [
    seat.decider ? { words: t('Decides no longer'), icon: 'flag', onPick: () => void host.ask('NameDecider', { seat: null }) } : { words: t('Name as decider'), more: t('draws the line, agrees on levels'), icon: 'flag', onPick: () => void host.ask('NameDecider', { seat: seat.id }) },
    { words: t('Make a co-facilitator'), icon: 'users', onPick: ask('cohost') },
    { words: t('Same person as …'), more: t('two seats become one'), icon: 'merge', onPick: ask('merge') },
    { words: t('Remove from the workshop'), icon: 'leave', apart: true, onPick: ask('remove') },
  ]
}
