import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from 'toimi/core/ids.js'

test('an id is what the wire takes, and no two are alike', () => {
  const ids = Array.from({ length: 2000 }, () => newId())
  assert.ok(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id)))
  assert.equal(new Set(ids).size, ids.length)
})
