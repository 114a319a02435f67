import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announce, goTo, typing } from 'toimi/core/focus.js'

/** As much of a page as focus and a live region need. */
function page() {
  const document = { activeElement: null, elements: new Map(), getElementById: (id) => document.elements.get(id) ?? null }
  document.createElement = (tag) => new FakeElement(tag, document)
  document.body = document.createElement('body')
  return document
}

class FakeElement {
  constructor(tag, document) {
    Object.assign(this, { tag, document, attributes: {}, children: [], textContent: '', type: '' })
  }
  matches(selector) {
    return selector.split(', ').some((each) => each.replace(/\[.*\]|:not\(.*\)/g, '') === this.tag)
  }
  setAttribute(name, value) {
    this.attributes[name] = value
  }
  hasAttribute(name) {
    return name in this.attributes
  }
  append(child) {
    this.children.push(child)
    this.document.elements.set(child.id, child)
  }
  replaceChildren(...children) {
    this.children = children
  }
  focus() {
    this.document.activeElement = this
  }
}

const made = (document, tag, type = '') => Object.assign(document.createElement(tag), { type })

test('who types keeps the focus', () => {
  const document = page()
  const field = made(document, 'textarea', 'textarea')
  field.focus()
  assert.equal(typing(document), true)
  assert.equal(goTo(made(document, 'h1'), document), false)
  assert.equal(document.activeElement, field)
})

test('a button is not typed in, and neither is a box that is ticked', () => {
  const document = page()
  for (const element of [made(document, 'button'), made(document, 'input', 'checkbox')]) {
    element.focus()
    assert.equal(typing(document), false)
  }
})

test('who does not type is brought to the heading', () => {
  const document = page()
  const heading = made(document, 'h1')
  assert.equal(goTo(heading, document), true)
  assert.deepEqual([document.activeElement, heading.attributes.tabindex], [heading, '-1'])
})

test('news is said politely, in one region, anew each time', () => {
  const document = page()
  announce('Ideas', true, document)
  const [region] = document.body.children
  const [first] = region.children
  announce('Ideas', true, document)
  assert.deepEqual([document.body.children.length, region.attributes['aria-live'], region.children[0].textContent], [1, 'polite', 'Ideas'])
  assert.notEqual(region.children[0], first)
})

test('what cannot wait is said at once', () => {
  const document = page()
  announce('The connection is gone', false, document)
  assert.deepEqual([document.body.children[0].attributes['aria-live'], document.body.children[0].attributes.role], ['assertive', 'alert'])
})
