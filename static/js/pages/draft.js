/** The draft plan's page: it works without this; here files are made beside it, and the page prints itself. */

import { offered } from '../parts/making.js'

offered()

const printer = document.querySelector('[data-print]')
if (printer instanceof HTMLElement) {
  printer.hidden = false
  printer.addEventListener('click', () => window.print())
}
