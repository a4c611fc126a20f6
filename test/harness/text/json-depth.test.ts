import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureValue } from '../../../harness/drivers/measure-value.ts'
import { nestsDeeper, parseGiven } from '../../../harness/text/json-depth.ts'

test('it is as deep as its value is', () => {
  const values = fc.jsonValue()
  const indents = fc.constantFrom(undefined, 2)
  fc.assert(
    fc.property(values, indents, (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const { depth } = measureValue(value, 100)
      expect([nestsDeeper(text, depth), nestsDeeper(text, depth - 1)]).toEqual([false, true])
    }),
  )
})

test.each([
  ['[[]]', 1, true],
  ['[[]]', 2, false],
  ['[],[],{}', 1, false],
  ['"[[[["', 0, false],
  ['"\\"[[["', 0, false],
  ['"[[[', 0, false],
  ['"a\n[[', 1, true],
  ['[{'.repeat(1_000_000), 900, true],
])('%.20s: deeper than %i is %s', (text, levels, is) => {
  expect(nestsDeeper(text, levels)).toBe(is)
})

test('what somebody gives is read a thousand levels deep, and no deeper', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(JSON.stringify(parseGiven(nested(1_000)))).toBe(nested(1_000))
  expect(() => parseGiven(nested(1_001))).toThrow('it is nested more than 1000 levels deep')
  expect(() => parseGiven('{')).toThrow(SyntaxError)
})
