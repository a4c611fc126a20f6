import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readableText } from '../../../connectors/support/readable-text.ts'

it.each([
  ['plain – text, ünïcode 😀', 'plain – text, ünïcode 😀'],
  ['red \u001b[31m', 'red \\u001b[31m'],
  ['two\r\nlines', 'two\\u000d\\u000alines'],
  ['\u2028\u202e\u0085', '\\u2028\\u202e\\u0085'],
  ['half \ud83d', 'half \ufffd'],
])('%j reads %j', (text, readable) => {
  expect(readableText(text)).toBe(readable)
})

it('gives one line of text that a terminal prints as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readableText(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u)
    }),
  )
})

it('cuts a text that no one would read', () => {
  expect(readableText('x'.repeat(1_000_000)).length).toBeLessThan(20_000)
})
