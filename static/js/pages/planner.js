/** The planner works without this: every button is a form. Here the page keeps its place, and boxes need no reload. */

const SHORT = 'short'
const WIDE = matchMedia('(min-width: 80rem)')

// -- The page keeps its place while one steps through the agenda ------------------------------------------------------

const place = `planner ${location.pathname}`
const kept = sessionStorage.getItem(place)
if (kept && WIDE.matches) window.scrollTo(0, Number(kept))
sessionStorage.removeItem(place)

const keep = () => sessionStorage.setItem(place, String(window.scrollY))
document.addEventListener('submit', keep)
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.block__name')) keep()
})

// -- All statements, or the short form, ticked at once ----------------------------------------------------------------

for (const list of document.querySelectorAll('[data-statements]')) {
  list.addEventListener('click', (click) => take(list, click))
  list.addEventListener('change', () => count(list))
}

/**
 * @param {Element} list
 * @param {Event} click
 */
function take(list, click) {
  const button = click.target instanceof Element ? click.target.closest('button[name="take"]') : null
  if (!(button instanceof HTMLButtonElement)) return
  click.preventDefault()
  for (const box of boxes(list)) box.checked = button.value !== SHORT || box.dataset.short !== undefined
  count(list)
}

/** How many are ticked, in all and in each theme: the figures already stand there as "8 of 25". @param {Element} list */
function count(list) {
  tell(list.querySelector('[data-count]'), boxes(list))
  for (const theme of list.querySelectorAll('details')) tell(theme.querySelector('.count'), boxes(theme))
}

/**
 * @param {Element | null} words
 * @param {HTMLInputElement[]} listed
 */
function tell(words, listed) {
  const ticked = listed.filter((box) => box.checked).length
  if (words?.textContent) words.textContent = words.textContent.replace(/\d+/, String(ticked))
}

/** @param {Element} within @returns {HTMLInputElement[]} */
function boxes(within) {
  return [...within.querySelectorAll('input[type="checkbox"]')].filter((box) => box instanceof HTMLInputElement)
}

// -- Words that were not saved ----------------------------------------------------------------------------------------

/** @type {Element | null} */
let unsaved = null
document.addEventListener('input', ({ target }) => {
  if (target instanceof Element) unsaved = target.closest('.stepform form, .fold > form') ?? unsaved
})
document.addEventListener('submit', ({ target }) => {
  // Another form's button would take the page away with the words still in this one.
  if (target === unsaved) unsaved = null
})
window.addEventListener('beforeunload', (leaving) => {
  if (unsaved) leaving.preventDefault()
})
