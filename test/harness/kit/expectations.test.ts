import { describe, expect, it } from 'vitest'
import {
  describeAnswer,
  describeByKeys,
  fails,
  isNoResults,
  keysOf,
  rowsAre,
  rowsOf,
  sameKeys,
  succeeds,
  violated,
} from '../../../harness/kit/expectations.ts'
import { ContractViolation, type Finding } from '../../../harness/kit/violation.ts'
import { answerAfter, answerOf } from '../../support/made-answer.ts'

const success = answerOf({ success: true, data: [] })
const failure = answerOf({ success: false, error: 'gone', code: 'no_results' })
const exception = answerAfter({ kind: 'threw', message: 'Error: no' })
const rows = (...ids: unknown[]) => answerOf({ success: true, data: ids.map((id) => ({ id })) })
const rowsByRef = answerOf({ success: true, data: [{ id: 7, ref: 'a' }] }, 'ref')
const rowsInJson = (...ids: unknown[]) =>
  answerOf({ success: true, data: JSON.stringify(ids.map((id) => ({ id }))) })

/** What the expectation finds; undefined where it is met. */
function findingOf(expectation: () => unknown): Finding | undefined {
  try {
    expectation()
    return undefined
  } catch (error) {
    if (error instanceof ContractViolation) return error.finding
    throw error
  }
}

describe('violated', () => {
  it('throws the finding, which reads as a sentence', () => {
    expect(() => violated('true or false', '"true"')).toThrow('expected true or false, got "true"')
  })
})

describe('describeAnswer', () => {
  it.each([
    [success, 'success {"success":true,"data":[]}'],
    [failure, 'a failure with code "no_results" ("gone")'],
    [answerOf({ success: false }), 'a failure with code undefined (undefined)'],
    [answerOf(true), 'true'],
    [answerOf('yes'), '"yes"'],
    [exception, 'an exception: Error: no'],
  ])('is a noun phrase (%#)', (answer, words) => {
    expect(describeAnswer(answer)).toBe(words)
  })
})

describe('describeByKeys', () => {
  it('tells rows by their keys, and anything else as it is', () => {
    const rows = answerOf({ success: true, data: [{ id: 'a', text: 'long' }, { id: 'b' }] })
    expect(describeByKeys(rows)).toBe('success with 2 rows: a, b')
    expect(describeByKeys(success)).toBe(describeAnswer(success))
    expect(describeByKeys(failure)).toBe(describeAnswer(failure))
  })
})

describe('succeeds', () => {
  it('gives the envelope of a success', () => {
    expect(succeeds(success)).toEqual({ success: true, data: [] })
  })

  it.each([
    [failure, 'a failure with code "no_results" ("gone")'],
    [answerOf(true), 'true'],
    [exception, 'an exception: Error: no'],
  ])('finds anything else (%#)', (answer, actual) => {
    expect(findingOf(() => succeeds(answer, 'rows'))).toEqual({ expected: 'rows', actual })
  })
})

describe('fails', () => {
  it('gives the envelope of a failure, with any code or with one of those asked for', () => {
    expect(fails(failure)).toMatchObject({ code: 'no_results' })
    expect(fails(failure, 'unknown', 'no_results')).toMatchObject({ code: 'no_results' })
  })

  it('finds another code', () => {
    expect(findingOf(() => fails(failure, 'unknown', 'forbidden'))).toEqual({
      expected: 'a failure with code unknown or forbidden',
      actual: 'a failure with code "no_results" ("gone")',
    })
  })

  it.each([success, answerOf(false), exception])('finds what is no failure (%#)', (answer) => {
    expect(findingOf(() => fails(answer))).toMatchObject({ expected: 'a failure' })
  })
})

describe('rowsOf and keysOf', () => {
  it('read both encodings of the rows', () => {
    expect(rowsOf(rows('a', 'b'))).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(rowsOf(rowsInJson('a', 'b'))).toEqual([{ id: 'a' }, { id: 'b' }])
    expect(keysOf(rowsInJson('a', 'b'))).toEqual(['a', 'b'])
    expect(keysOf(rowsByRef)).toEqual(['a'])
  })

  it('find a failure, and say which rows were asked for', () => {
    expect(findingOf(() => keysOf(failure, 'rows a, b'))).toMatchObject({ expected: 'rows a, b' })
  })

  it.each([[undefined], ['no JSON'], ['{}'], [[1]], [{}], [null]])('find data %j', (data) => {
    expect(findingOf(() => rowsOf(answerOf({ success: true, data })))).toMatchObject({
      expected: 'rows, as an array of objects or as one in JSON',
      actual: `data ${JSON.stringify(data)}`,
    })
  })
})

describe('rowsAre', () => {
  it('holds for exactly these rows in this order', () => {
    expect(findingOf(() => rowsAre(rows('a', 'b'), ['a', 'b']))).toBeUndefined()
    expect(findingOf(() => rowsAre(rowsInJson('a', 'b'), ['a', 'b']))).toBeUndefined()
  })

  it.each([
    ['one too few', rows('a'), 'rows a'],
    ['one too many', rows('a', 'b', 'c'), 'rows a, b, c'],
    ['another order', rows('b', 'a'), 'rows b, a'],
    ['one twice', rows('a', 'a'), 'rows a, a'],
    ['no keys', rows(undefined, undefined), 'rows undefined, undefined'],
    ['keys of another type', rows(1, 2), 'rows 1, 2'],
    ['none', rows(), 'rows (none)'],
  ])('finds %s', (_, answer, actual) => {
    expect(findingOf(() => rowsAre(answer, ['a', 'b']))).toMatchObject({
      expected: 'rows a, b',
      actual,
    })
  })

  it('takes no_results for no rows where none are expected, and only there', () => {
    expect(findingOf(() => rowsAre(failure, []))).toBeUndefined()
    expect(findingOf(() => rowsAre(rows(), []))).toBeUndefined()
    expect(findingOf(() => rowsAre(failure, ['a']))).toBeDefined()
  })

  it('takes no other failure for no rows', () => {
    const unknown = answerOf({ success: false, error: 'no', code: 'unknown' })
    expect(findingOf(() => rowsAre(unknown, []))).toBeDefined()
  })
})

describe('sameKeys', () => {
  it('shows the first of many keys, their number and the last', () => {
    const keys = Array.from({ length: 12 }, (_, index) => `k${index}`)
    expect(findingOf(() => sameKeys(keys.slice(1), keys, 'all windows'))).toEqual({
      happened: 'returned 11 rows, not 12: 1 missing',
      expected: 'all windows k0, k1, k2, k3, k4, k5, k6, k7 … 12 in all, last k11',
      actual: 'all windows k1, k2, k3, k4, k5, k6, k7, k8 … 11 in all, last k11 (missing k0)',
    })
  })
})

describe('isNoResults', () => {
  it('is true of that failure alone', () => {
    expect(isNoResults(failure)).toBe(true)
    expect(isNoResults(answerOf({ success: true, code: 'no_results' }))).toBe(false)
    expect(isNoResults(answerOf({ success: false, code: 'unknown' }))).toBe(false)
    expect(isNoResults(exception)).toBe(false)
  })
})
