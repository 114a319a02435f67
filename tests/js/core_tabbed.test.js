import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harmless, tabbed } from '../../static/js/core/tabbed.js'

test('cells stand between tabs', () => {
  assert.equal(tabbed(['Theme', '', '31.12.2028']), 'Theme\t\t31.12.2028')
})

test('what holds a tab, a line end or a quotation mark stands in quotation marks', () => {
  assert.equal(tabbed(['18 %\n–', 'a\tb', 'the "big" one']), '"18 %\n–"\t"a\tb"\t"the ""big"" one"')
})

test('nothing that is pasted becomes a formula', () => {
  for (const text of ['=1+1', '+358 40', '@SUM(A1)', '-cmd', '  =HYPERLINK("x")']) assert.equal(harmless(text), `'${text}`)
})

test('a negative figure stays a figure', () => {
  assert.equal(harmless('-0,5'), '-0,5')
  assert.equal(harmless('-12'), '-12')
})
