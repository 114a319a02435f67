/**
 * A name nobody else has: 22 url-safe characters. `crypto.randomUUID` is missing on plain http in a closed room's network.
 * @param {number} [bytes]
 */
export function newId(bytes = 16) {
  const chance = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...chance)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
