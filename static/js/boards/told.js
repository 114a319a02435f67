/** Tells only what was refused: what was granted is seen. */

/** @param {any} news @param {Promise<Toimi.Outcome>} asked */
export async function told(news, asked) {
  const outcome = await asked
  if (!outcome.ok) news.say(outcome.words, { icon: 'alert' })
}
