/** Words for what a step's settings are chosen from, and for when they can no longer be changed. */
import { t } from '../core/words.js'

/** @type {{ [choice: string]: () => string }} */
const CHOICES = {
  nobody: () => t('Nobody'),
  room: () => t('Everybody'),
  groups: () => t('The groups'),
  host: () => t('The facilitator'),
  dots: () => t('Dots'),
  matrix: () => t('Importance and feasibility'),
  ideas: () => t('Ideas'),
  goals: () => t('Goals'),
  open: () => t('In own words'),
  choice: () => t('From choices'),
}

/** @param {string} choice */
export const choiceWords = (choice) => CHOICES[choice]?.() ?? choice

/** Why it stands fixed now. @param {Toimi.Phase[]} phases in which it may be changed */
export function until(phases) {
  if (!phases.includes('open')) return t('This could be changed only before the step was opened.')
  return t('This could be changed only before the result was shown.')
}
