/** Menus made of `<details data-menu>`: they open by themselves; here they learn to close on Escape and on a press outside. */

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
