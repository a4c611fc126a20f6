import { describe, expect, it } from 'vitest'
import { differenceOf, repeatedRows, rowsInWords } from '../../../harness/kit/compare-keys.ts'

const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

describe('two lists of keys', () => {
  it.each([
    ['lack rows', ['a', 'b', 'e', 'f', 'g'], 'missing c, d'],
    ['hold rows twice', ['a', 'b', 'a', 'b', 'c', 'd', 'e', 'f', 'g'], 'twice a, b'],
    ['hold rows of another', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'x'], 'not of these x'],
    ['are in another order', ['b', 'a', 'c', 'd', 'e', 'f', 'g'], 'in the wrong place b, a'],
    ['lack most', ['a'], 'missing b, c, d, e, 2 more'],
    ['hold what is no text', ['a', 'b', 'c', 'd', 'e', 'f', 'g', null], 'not of these null'],
  ])('that %s say so', (_, actual, words) => {
    expect(differenceOf(actual, ALL)).toBe(words)
  })

  it('say which rows came for a second time', () => {
    expect(repeatedRows(['a', 'b', 'c', 'a', 'b', 'c'], ALL)).toBe('rows 0 to 2')
    expect(repeatedRows(['a', 'b', 'c', 'c'], ALL)).toBe('row 2')
    expect(repeatedRows(ALL, ALL)).toBeUndefined()
    expect(repeatedRows(['x', 'x'], ALL)).toBeUndefined()
  })

  it.each([
    [['a', 'b', 'c', 'd', 'e', 'f'], 'returned 6 rows, not 7: 1 missing'],
    [['a', 'b', 'a', 'b', 'c', 'd', 'e'], 'returned 7 rows: 2 missing, 2 twice'],
    [[...ALL, 'x'], 'returned 8 rows, not 7: 1 that is none of these'],
    [['b', 'a', ...ALL.slice(2)], 'returned 7 rows: 2 in the wrong place'],
    [[], 'returned no rows, not 7'],
  ])('say in a line what a call did that returned %j', (actual, words) => {
    expect(rowsInWords(actual, ALL)).toBe(words)
  })

  it('say so too where no row was to come', () => {
    expect(rowsInWords(['a'], [])).toBe('returned 1 row, not none: 1 that is none of these')
  })
})
