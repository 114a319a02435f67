/** The draft plan's page: it works without this; here the download says that it is under way, and the page prints itself. */

/** Longer than a deck may take; then the button is free again, whatever came. */
const GIVE_UP = 60_000

for (const link of document.querySelectorAll('a[data-download]')) {
  if (link instanceof HTMLAnchorElement) link.addEventListener('click', (click) => download(link, click))
}

/**
 * Fetched here, so that the page can say how it goes; the browser saves it as it would have by itself.
 * @param {HTMLAnchorElement} link
 * @param {MouseEvent} click
 */
async function download(link, click) {
  if (click.metaKey || click.ctrlKey || click.shiftKey) return
  click.preventDefault()
  if (link.getAttribute('aria-busy') === 'true') return
  const words = link.querySelector('span')
  const rest = words?.textContent ?? ''
  busy(link, words, link.dataset.busy ?? rest)
  try {
    const answer = await fetch(link.href, { signal: AbortSignal.timeout(GIVE_UP) })
    if (!answer.ok) throw new Error(String(answer.status))
    save(await answer.blob(), named(answer.headers.get('content-disposition') ?? ''))
  } catch {
    // The plain way shows the server's own page about what went wrong.
    location.assign(link.href)
  } finally {
    link.removeAttribute('aria-busy')
    if (words) words.textContent = rest
    say('')
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement | null} place
 * @param {string} words
 */
function busy(link, place, words) {
  link.setAttribute('aria-busy', 'true')
  if (place) place.textContent = words
  say(words)
}

/** Announced, not shown twice: the button says it to those who see. @param {string} words */
function say(words) {
  const place = document.querySelector('[data-download-said]')
  if (place) place.textContent = words
}

/** The name that the server gave the file. @param {string} disposition */
function named(disposition) {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)
  if (coded?.[1]) return decodeURIComponent(coded[1])
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? ''
}

/**
 * @param {Blob} file
 * @param {string} name
 */
function save(file, name) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

const printer = document.querySelector('[data-print]')
if (printer instanceof HTMLElement) {
  printer.hidden = false
  printer.addEventListener('click', () => window.print())
}
