import { expect, test } from 'vitest'
import { argumentTexts } from '../../../../harness/drivers/argument-text.ts'
import { cannotCarry } from '../../../../harness/drivers/command/cannot-carry.ts'

test('strings stand for themselves, numbers are decimal, metadata is JSON', () => {
  expect(argumentTexts('results', ['id', 0, '1', 'token'])).toEqual(['id', '0', '1', '"token"'])
  expect(argumentTexts('results', ['id', -1, 2.5, { a: [1] }])).toEqual([
    'id',
    '-1',
    '2.5',
    '{"a":[1]}',
  ])
  expect(argumentTexts('results', ['id', 1e21, -0, null])).toEqual([
    'id',
    '1000000000000000000000',
    '0',
    'null',
  ])
  expect(argumentTexts('status', ['id', 'token'])).toEqual(['id', '"token"'])
})

test('metadata that is not given is left out', () => {
  expect(argumentTexts('results', ['id', 0, 1, undefined])).toEqual(['id', '0', '1'])
  expect(argumentTexts('status', ['id', undefined])).toEqual(['id'])
})

const circle: unknown[] = []
circle.push(circle)

test.each([
  ['a NUL', ['a\0b'], 'NUL'],
  ['half of a surrogate pair', ['\ud83d'], 'surrogate'],
  ['over 100 KiB', ['é'.repeat(51_201)], '100 KiB'],
  ['an object', [{}], 'neither a string nor a number'],
  ['nothing in the middle', ['id', undefined, 1], 'neither a string nor a number'],
  ['circular metadata', ['id', 0, 1, circle], 'JSON'],
  ['metadata of a function', ['id', 0, 1, () => {}], 'JSON'],
  ['metadata over 100 KiB', ['id', 0, 1, 'x'.repeat(102_400)], '100 KiB'],
])('a command line cannot carry %s', (_, args, reason) => {
  expect(cannotCarry('results', args)).toContain(reason)
})

test.each([
  ['100 KiB', ['é'.repeat(51_200)]],
  ['an empty string', ['']],
  ['newlines, quotes and any other text', ['"\'\n\t☃😀']],
  ['NaN, as text', ['id', Number.NaN, 1]],
  ['a NUL in metadata, which JSON escapes', ['id', 0, 1, { token: '\0' }]],
  ['no metadata', ['id', 0, 1, undefined]],
])('a command line can carry %s', (_, args) => {
  expect(cannotCarry('results', args)).toBeUndefined()
})
