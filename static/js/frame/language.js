/** Another language: the seat remembers it, and the page comes again in it. What was typed is on the device. */

/** @param {Toimi.Room} room @param {Toimi.Language} language */
export async function changeLanguage(room, language) {
  if (['participant', 'observer'].includes(room.role)) room.ask('ReviseSeat', { seat: room.seat, language })
  const here = new URL(globalThis.location.href)
  here.searchParams.set('language', language)
  globalThis.location.assign(here)
}
