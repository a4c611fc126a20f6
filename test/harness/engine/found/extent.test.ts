import { describe, expect, it } from 'vitest'
import { extentOf } from '../../../../harness/engine/found/extent.ts'
import { extentWords } from '../../../../harness/report/words/extent-words.ts'
import { onFailure } from '../../../variants/edit-answers.ts'
import { variantOf } from '../../../variants/variant.ts'
import { violationOf } from '../../explain/explained.ts'

const METHODS = ['ping', 'status', 'results']
const CODES = [1002, 1010]

/** Each method with each code, failing where the test says. */
const table = (fails: (method: string, code: number) => boolean) =>
  METHODS.flatMap((method) =>
    CODES.map((code) => ({ example: { method, code }, failed: fails(method, code) })),
  )

describe('the extent of a violation', () => {
  it('counts the cases, and says by each part of a case where they failed', () => {
    expect(extentOf(table((method) => method === 'results'))).toEqual({
      failed: 2,
      tried: 6,
      by: {
        method: { failed: ['results'], held: ['ping', 'status'] },
        code: { failed: ['1002', '1010'], held: [] },
      },
    })
  })

  it('knows no parts of a case that is a word, and none that measures it', () => {
    const words = ['late', 'lost'].map((example) => ({ example, failed: true }))
    expect(extentOf(words).by).toEqual({})
    const windows = [3, 5, 8].map((rows) => ({ example: { rows }, failed: rows > 3 }))
    expect(extentOf(windows).by).toEqual({})
  })

  it.each([
    [() => true, 'all 6 cases, in all of ping, status and results'],
    [(method: string) => method === 'results', '2 of 6 cases, in results only'],
    [(method: string) => method !== 'ping', '4 of 6 cases, in status and results only'],
    [
      (method: string, code: number) => method === 'ping' && code === 1010,
      '1 of 6 cases, in ping only, with code 1010 only',
    ],
  ])('in words, where %s: %s', (fails, words) => {
    expect(extentWords(extentOf(table(fails)))).toBe(words)
  })

  it('passes over a part that failed with more values than can be read', () => {
    const queries = Array.from({ length: 8 }, (_, index) => ({
      example: { query: `SELECT * FROM events WHERE port = ${index}` },
      failed: index > 0,
    }))
    expect(extentWords(extentOf(queries))).toBe('7 of 8 cases')
  })

  it('is not spoken of where only one case was tried', () => {
    expect(extentWords({ failed: 1, tried: 1, by: {} })).toBeUndefined()
  })
})

describe('a check that has found a violation', () => {
  const wrongIn = (code: string) =>
    variantOf((correct) => ({
      delete: onFailure(correct.delete, (answer) => ({ ...answer, code })),
    }))

  it('goes on through its list, so that the extent is known', async () => {
    const { extent } = await violationOf(wrongIn('mapping_error'), 'ERR-3')
    expect(extent?.by['method']).toEqual({
      failed: ['delete'],
      held: ['ping', 'query', 'status', 'results'],
    })
  })

  it('goes on through the cases that are always tried, too', async () => {
    const silent = variantOf((correct) => ({
      delete: onFailure(correct.delete, (answer) => ({ ...answer, error: 'no' })),
    }))
    const { extent } = await violationOf(silent, 'ENV-4')
    expect(extent?.by['method']?.failed).toEqual(['delete'])
    expect(extent?.tried).toBeGreaterThan(20)
  })
})
