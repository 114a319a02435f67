/** Boards by name. A kind with a board that is not drawn specially gets the plain one: its form and its cards. */
import { Ballot, BallotFoot } from './ballot.js'
import { Break } from './break.js'
import { Briefing } from './briefing.js'
import { Discussion } from './discussion.js'
import { Ladder, LadderFoot } from './ladder.js'
import { Plain } from './plain.js'
import { Question } from './question.js'
import { Review } from './review.js'
import { Sheet, SheetFoot } from './sheet.js'
import { Wall } from './wall.js'

/** @type {{ [board: string]: any }} */
const BOARDS = {
  ballot: Ballot,
  break: Break,
  briefing: Briefing,
  discussion: Discussion,
  ladder: Ladder,
  question: Question,
  review: Review,
  sheet: Sheet,
  wall: Wall,
}

/** @type {{ [board: string]: any }} */
const FEET = { ballot: BallotFoot, ladder: LadderFoot, sheet: SheetFoot }

/** @param {string} name */
export const boardOf = (name) => BOARDS[name] ?? Plain

/**
 * What a board has in the page's bar, and whether this person's part in it is `done(room, step)`; null where it has nothing.
 * @param {string} name
 */
export const footOf = (name) => FEET[name] ?? null
