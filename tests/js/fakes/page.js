/** As much of a page as components need to be drawn on, read and pressed. Import it before any component. */

class Node {
  childNodes = []
  parentNode = null

  get firstChild() {
    return this.childNodes[0] ?? null
  }

  get nextSibling() {
    const beside = this.parentNode?.childNodes ?? []
    return beside[beside.indexOf(this) + 1] ?? null
  }

  appendChild(child) {
    return this.insertBefore(child, null)
  }

  insertBefore(child, before) {
    child.parentNode?.removeChild(child)
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length
    this.childNodes.splice(at, 0, child)
    child.parentNode = this
    return child
  }

  removeChild(child) {
    this.childNodes = this.childNodes.filter((each) => each !== child)
    child.parentNode = null
    return child
  }

  remove() {
    this.parentNode?.removeChild(this)
  }

  contains(other) {
    return !!other && (other === this || this.contains(other.parentNode))
  }
}

class Text extends Node {
  nodeType = 3
  constructor(data) {
    super()
    this.data = data
  }

  get textContent() {
    return this.data
  }
}

class Element extends Node {
  nodeType = 1
  attributes = {}
  dataset = {}
  style = { setProperty() {} }
  heard = {}
  constructor(name) {
    super()
    this.localName = name
  }

  get ownerDocument() {
    return globalThis.document
  }

  get children() {
    return this.childNodes.filter((each) => each instanceof Element)
  }

  get textContent() {
    return this.childNodes.map((each) => each.textContent).join('')
  }

  setAttribute(name, value) {
    this.attributes[name] = String(value)
  }

  removeAttribute(name) {
    delete this.attributes[name]
  }

  getAttribute(name) {
    return this.attributes[name] ?? null
  }

  hasAttribute(name) {
    return name in this.attributes
  }

  matches() {
    return false
  }

  /** Selectors are for real pages. */
  querySelector() {
    return null
  }

  querySelectorAll() {
    return []
  }

  get isConnected() {
    return this.parentNode !== null
  }

  addEventListener(type, hear) {
    this.heard[type] = hear
  }

  removeEventListener(type) {
    delete this.heard[type]
  }

  getBoundingClientRect() {
    return { top: 0, bottom: 0, left: 0, right: 0, width: 0, height: 0 }
  }

  focus() {
    document.activeElement = this
  }

  showModal() {
    this.open = true
  }

  close() {
    this.open = false
  }

  /** What a person does to it: `press()`, or `press('input', { value })`. */
  press(type = 'click', change = {}) {
    Object.assign(this, change)
    return this.heard[type].call(this, { type, target: this, currentTarget: this, preventDefault() {}, stopPropagation() {} })
  }

  /** Every element below that is so, in the order of the page. @returns {Element[]} */
  all(so) {
    const wanted = typeof so === 'string' ? (each) => each.localName === so : so
    return this.children.flatMap((each) => [...(wanted(each) ? [each] : []), ...each.all(wanted)])
  }

  /** The button, or another element, with these words. */
  named(words, name = 'button') {
    return this.all(name).find((each) => each.textContent.trim() === words)
  }
}

globalThis.document = {
  createElement: (name) => new Element(name),
  createElementNS: (_space, name) => new Element(name),
  createTextNode: (text) => new Text(text),
  documentElement: new Element('html'),
  body: new Element('body'),
  getElementById: () => null,
  addEventListener() {},
  removeEventListener() {},
  activeElement: null,
  fonts: { addEventListener() {}, removeEventListener() {} },
}
globalThis.Element = Element
globalThis.HTMLElement = Element
globalThis.requestAnimationFrame = (after) => setTimeout(after, 0)
globalThis.cancelAnimationFrame = clearTimeout
globalThis.ResizeObserver = class {
  observe() {}
  disconnect() {}
}
globalThis.matchMedia = () => ({ matches: false, addEventListener() {} })

/** Draws a component on a page of its own and gives the page. */
export async function drawn(what) {
  const { render } = await import('preact')
  const page = new Element('main')
  render(what, page)
  return page
}

/** After what was pressed has been drawn. */
export const redrawn = () => new Promise((done) => setTimeout(done, 5))
