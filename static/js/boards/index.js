/** Boards by name. A kind with a board that is not drawn specially gets the plain one: its form and its cards. */
import { Ballot } from './ballot.js'
import { Break } from './break.js'
import { Briefing } from './briefing.js'
import { Discussion } from './discussion.js'
import { Ladder } from './ladder.js'
import { Plain } from './plain.js'
import { Question } from './question.js'
import { Review } from './review.js'
import { Sheet } from './sheet.js'
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

/** @param {string} name */
export const boardOf = (name) => BOARDS[name] ?? Plain
