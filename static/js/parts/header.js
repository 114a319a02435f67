/**
 * What stands at the top of a page. Menus made of `<details data-menu>` open by themselves; here they learn to close on Escape
 * and on a press outside. The desk's links run sideways where there is little room; the page one is on stays in sight.
 */

const OPEN = 'details[data-menu][open]'

document.addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll(OPEN)) {
    if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute('open')
  }
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  const menu = document.querySelector(OPEN)
  menu?.removeAttribute('open')
  menu?.querySelector('summary')?.focus()
})

const here = document.querySelector('.appnav [aria-current]')

function inSight() {
  const links = here?.parentElement
  if (here instanceof HTMLElement && links) links.scrollLeft = here.offsetLeft - links.offsetLeft - (links.clientWidth - here.offsetWidth) / 2
}

inSight()
// Links are as wide as their letters, and those may come later.
document.fonts.ready.then(inSight)
