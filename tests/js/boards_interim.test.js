import './fakes/page.js'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf, dayOf, rowsOf } from 'toimi/boards/interim.js'

test('a year, a month and a day mean their last day', () => {
  assert.equal(dayOf('2028'), '2028-12-31')
  assert.equal(dayOf('2/2028'), '2028-02-29')
  assert.equal(dayOf('31.3.2028'), '2028-03-31')
  assert.equal(dayOf('2028-03-31'), '2028-03-31')
})

test('what is no day is none', () => {
  for (const when of ['', 'soon', '31.2.2028', '13/2028', '28', '2028-02-30']) assert.equal(dayOf(when), '', when)
})

test('rows become an answer in order of day, and rows again as a reader writes them', () => {
  const answer = answerOf([['2028', '18,4'], ['', ''], ['31.3.2027', '1 250']])
  assert.deepEqual(answer, ['2027-03-31 1250', '2028-12-31 18.4'])
  assert.deepEqual(rowsOf(answer, 'fi'), [['31.3.2027', '1250'], ['2028', '18,4'], ['', '']])
  assert.deepEqual(rowsOf(answer, 'en')[1], ['2028', '18.4'])
})

test('half a row is no answer yet, and empty rows are none', () => {
  assert.equal(answerOf([['2028', '']]), undefined)
  assert.equal(answerOf([['', '60']]), undefined)
  assert.equal(answerOf([['2028', 'many']]), undefined)
  assert.equal(answerOf([['', ''], [' ', '']]), null)
})
