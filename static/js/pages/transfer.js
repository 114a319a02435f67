/** A plan as it is keyed into another service: it copies, and remembers on this device alone what is keyed in already. */
import { tabbed } from '../core/tabbed.js'

/** @typedef {{ [row: string]: string }} Keyed what each row said when it was keyed in, by its digest */

const page = /** @type {HTMLElement} */ (document.querySelector('[data-transfer]'))
const NAME = `toimi.keyed ${page.dataset.transfer}`
const words = page.dataset

/**
 * @template {HTMLElement} T
 * @param {string} wanted
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
const all = (wanted, within = page) => /** @type {T[]} */ ([...within.querySelectorAll(wanted)])

// -- Copying ---------------------------------------------------------------------------------------------------------

/** @type {{ [what: string]: (button: HTMLElement) => string }} */
const TEXTS = {
  cell: (button) => cellOf(button).textContent ?? '',
  row: (button) => line(button.closest('[data-row]')),
  sheet: (button) => whole(/** @type {HTMLElement} */ (button.closest('[data-sheet]'))),
}

/** @param {Element} button */
const cellOf = (button) => /** @type {HTMLElement} */ (button.closest('div')?.querySelector('[data-cell]'))

/** @param {Element | null} row @param {string} [part] */
const line = (row, part = '[data-cell]') => tabbed(all(part, row ?? page).map((each) => each.textContent ?? ''))

/** The heads above the rows. @param {HTMLElement} sheet */
function whole(sheet) {
  const rows = all('[data-row]', sheet)
  return [line(rows[0] ?? null, 'dt'), ...rows.map((row) => line(row))].join('\n')
}

/** @param {HTMLElement} button */
async function copy(button) {
  const what = button.dataset.copy ?? 'cell'
  const text = (TEXTS[what] ?? TEXTS.cell)?.(button) ?? ''
  try {
    await navigator.clipboard.writeText(text)
    copied(button)
  } catch {
    // No permission, or a closed room's plain http.
    if (what === 'cell') select(cellOf(button))
    else lay(button, text)
  }
}

/** The button says it too, until another is pressed: one sees where one is. @param {HTMLElement} button */
function copied(button) {
  for (const before of all('[data-was]')) restore(before)
  const place = /** @type {HTMLElement} */ (button.querySelector('[data-copy-words]'))
  place.dataset.was = place.textContent ?? ''
  place.textContent = words.copied ?? ''
  say(`${words.copied}. ${button.getAttribute('aria-label')}`)
}

/** @param {HTMLElement} place */
function restore(place) {
  place.textContent = place.dataset.was ?? ''
  delete place.dataset.was
}

/** @param {HTMLElement} cell */
function select(cell) {
  getSelection()?.selectAllChildren(cell)
  say(words.byHand ?? '')
}

/** What does not stand on the page as it is to be copied is laid out beneath the button. @param {HTMLElement} button @param {string} text */
function lay(button, text) {
  const [hand] = all('[data-hand]')
  const field = hand?.querySelector('textarea')
  if (!hand || !field) return
  ;(button.closest('.keyed__head, .row--apart') ?? button).after(hand)
  hand.hidden = false
  field.value = text
  field.focus()
  field.select()
}

/** @param {string} text */
function say(text) {
  const [place] = all('[data-said]')
  if (place) place.textContent = text
}

for (const button of all('[data-copy]')) button.hidden = false
page.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null
  if (button instanceof HTMLElement) copy(button)
})

// -- What is keyed in already ----------------------------------------------------------------------------------------

/** A device that keeps nothing still ticks, until the page is left. */
const keyed = recalled()

/** @returns {Keyed} */
function recalled() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? '{}')
  } catch {
    return {}
  }
}

function keep() {
  try {
    localStorage.setItem(NAME, JSON.stringify(keyed))
  } catch {
    // Full, or not allowed: the ticks are a convenience.
  }
}

/** @param {HTMLElement} row */
function show(row) {
  const { row: id = '', digest } = row.dataset
  const box = row.querySelector('input')
  const [changed] = all('[data-changed]', row)
  const done = id in keyed
  if (box) box.checked = done
  if (changed) changed.hidden = !done || keyed[id] === digest
  row.toggleAttribute('data-done', done)
}

/** @param {HTMLElement} sheet */
function count(sheet) {
  const rows = all('[data-row]', sheet)
  const done = rows.filter((row) => (row.dataset.row ?? '') in keyed).length
  const [place] = all('[data-count]', sheet)
  if (!place || !rows.length) return
  place.hidden = false
  place.textContent = (words.counted ?? '').replace('%(n)s', String(done)).replace('%(of)s', String(rows.length))
}

/** @param {HTMLElement} row @param {HTMLElement} sheet */
function tick(row, sheet) {
  const { row: id = '', digest = '' } = row.dataset
  if (row.querySelector('input')?.checked) keyed[id] = digest
  else delete keyed[id]
  keep()
  show(row)
  count(sheet)
  say(sheet.querySelector('[data-count]')?.textContent ?? '')
}

for (const sheet of all('[data-sheet]')) {
  for (const row of all('[data-row]', sheet)) {
    for (const label of all('[data-tick]', row)) label.hidden = false
    row.querySelector('input')?.addEventListener('change', () => tick(row, sheet))
    show(row)
  }
  count(sheet)
}
