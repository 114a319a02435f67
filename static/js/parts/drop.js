// Menus made of <details data-menu>: they open by themselves; here they learn to close on Escape and outside.

/** @param {EventTarget | null} target */
const menusAwayFrom = (target) =>
  [...document.querySelectorAll("details[data-menu][open]")].filter(
    (menu) => !(target instanceof Node && menu.contains(target)),
  )

document.addEventListener("click", (event) => menusAwayFrom(event.target).forEach((menu) => menu.removeAttribute("open")))

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  const open = document.querySelector("details[data-menu][open]")
  open?.removeAttribute("open")
  open?.querySelector("summary")?.focus()
})
