/** The facilitator's desk by the step's board: what is there to look at and to do, in the middle of the console. */
import { LevelsDesk } from './levels-desk.js'
import { LobbyDesk } from './lobby-desk.js'
import { QuietDesk } from './quiet-desk.js'
import { SheetDesk } from './sheet-desk.js'
import { TalkDesk } from './talk-desk.js'
import { VoteDesk } from './vote-desk.js'
import { WallDesk } from './wall-desk.js'

/** @type {{ [board: string]: any }} */
const DESKS = {
  ballot: VoteDesk,
  break: QuietDesk,
  briefing: QuietDesk,
  discussion: TalkDesk,
  ladder: LevelsDesk,
  question: TalkDesk,
  review: TalkDesk,
  sheet: SheetDesk,
  wall: WallDesk,
}

/** @param {string | undefined} board none before the first step */
export const deskOf = (board) => (board === undefined ? LobbyDesk : (DESKS[board] ?? TalkDesk))
