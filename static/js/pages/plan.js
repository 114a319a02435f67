/** A plan's page: a line is changed where it stands. Without this the same form is a page of its own. */

/** What stands open: the link that opened it, the form, and whether something was typed that is not saved yet. */
const now = { link: /** @type {HTMLAnchorElement | null} */ (null), form: /** @type {Element | null} */ (null), typed: false }

for (const link of document.querySelectorAll('a[data-edit]')) {
  if (link instanceof HTMLAnchorElement) link.addEventListener('click', (click) => edit(link, click))
}

/**
 * The line's own form, fetched and put under the line; a second click puts it away.
 * @param {HTMLAnchorElement} link
 * @param {MouseEvent} click
 */
async function edit(link, click) {
  // What was typed elsewhere on the page is not thrown away: the browser asks before it leaves for the line's own page.
  if (click.metaKey || click.ctrlKey || click.shiftKey || now.typed) return
  click.preventDefault()
  const mine = now.link === link
  shut()
  if (mine) return
  try {
    const form = formIn(await read(link.href))
    if (!form) throw new Error('no form there')
    stand(link, form)
  } catch {
    location.assign(link.href)
  }
}

function shut() {
  now.form?.remove()
  now.link?.removeAttribute('aria-expanded')
  Object.assign(now, { link: null, form: null, typed: false })
}

/**
 * A page of ours as a document. The browser reads it by itself: the policy lets no script make markup out of text.
 * @param {string} address
 * @returns {Promise<Document>}
 */
function read(address) {
  return new Promise((done, failed) => {
    const asked = new XMLHttpRequest()
    asked.responseType = 'document'
    asked.addEventListener('load', () => (asked.responseXML ? done(asked.responseXML) : failed(asked.status)))
    asked.addEventListener('error', failed)
    asked.open('GET', address)
    asked.send()
  })
}

/**
 * The form of a line's page. Two texts for one field are settled on that page itself.
 * @param {Document} page
 */
function formIn(page) {
  return page.querySelector('[name="chosen"]') ? null : page.querySelector('form[data-line]')
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Element} form
 */
function stand(link, form) {
  const here = document.createElement('div')
  here.className = 'in-place'
  here.append(document.importNode(form, true))
  here.querySelector('form')?.setAttribute('action', link.href)
  under(link).after(here)
  link.setAttribute('aria-expanded', 'true')
  Object.assign(now, { link, form: here, typed: false })
  here.addEventListener('input', () => {
    now.typed = true
  })
  here.addEventListener('submit', () => {
    now.typed = false
  })
  here.querySelector('a.btn--quiet')?.addEventListener('click', (click) => {
    click.preventDefault()
    shut()
    link.focus()
  })
  const first = here.querySelector('textarea, input:not([type=hidden]), select')
  if (first instanceof HTMLElement) first.focus()
}

/**
 * What the form stands under: the table of a metric or action, the goal itself, or the line of a list.
 * @param {HTMLAnchorElement} link
 * @returns {Element}
 */
function under(link) {
  const table = link.closest('.table')?.parentElement
  return table ?? link.closest('article')?.querySelector('.goal') ?? link.closest('li, p') ?? link
}

addEventListener('beforeunload', (leaving) => {
  if (now.typed) leaving.preventDefault()
})

// A module of its own: its names are nobody else's.
export {}
