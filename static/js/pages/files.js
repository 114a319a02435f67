/** The gallery of files: first pages are drawn as their cards come into view, and files are made beside the page. */

import { ask, offered, until } from '../parts/making.js'

const NEAR = '200px'

offered()
for (const each of document.querySelectorAll('[data-firsts]')) each.removeAttribute('hidden')

const eye = new IntersectionObserver(seen, { rootMargin: NEAR })
for (const place of document.querySelectorAll('[data-way] [data-pages]')) eye.observe(place)

/** @param {IntersectionObserverEntry[]} entries */
function seen(entries) {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue
    eye.unobserve(target)
    void draw(target)
  }
}

/** @param {HTMLElement} place */
async function draw(place) {
  const card = place.closest('[data-way]')
  place.replaceChildren(skeleton())
  try {
    const address = await ask(place.dataset.pages || asFilled(place))
    const { state } = await until(address)
    if (state !== 'made') throw new Error(state)
    show(place, card, await (await fetch(`${address}/pages`)).json())
  } catch {
    undrawn(place)
  }
}

/** Of a form: as it is filled in now; once that changes they are drawn again. @param {HTMLElement} place */
function asFilled(place) {
  const form = place.closest('form')
  if (!form) return ''
  form.addEventListener('change', () => eye.observe(place), { once: true })
  const filled = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  filled.set('pictures', '1')
  return `${form.action}?${filled}`
}

/**
 * @param {HTMLElement} place
 * @param {Element | null} card
 * @param {{ size: string, pages: { address: string, alt: string }[] }} drawn
 */
function show(place, card, { size, pages }) {
  const [first, ...others] = pages.map(page)
  if (!first) throw new Error('no pages')
  first.addEventListener('load', () => place.toggleAttribute('data-wide', first.naturalWidth > first.naturalHeight), { once: true })
  place.replaceChildren(first, ...others)
  const told = card?.querySelector('[data-size]')
  if (told) told.textContent = told.previousSibling?.textContent?.trim() ? ` · ${size}` : size
}

/** @param {{ address: string, alt: string }} page */
function page({ address, alt }) {
  const image = new Image()
  image.alt = alt
  image.src = address
  image.className = 'leaf__page'
  return image
}

function skeleton() {
  const grey = document.createElement('span')
  grey.className = 'skel leaf__skel'
  return grey
}

/** The file may well be made although its picture was not. @param {HTMLElement} place */
function undrawn(place) {
  const template = document.querySelector('template[data-undrawn]')
  if (!(template instanceof HTMLTemplateElement)) return
  place.replaceChildren(document.importNode(template.content, true))
  place.querySelector('button')?.addEventListener('click', () => void draw(place), { once: true })
}
