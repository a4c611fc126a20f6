import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../mock-datasource/index.ts'
import { answerAfter, answerOf } from '../../../support/made-answer.ts'
import { judged } from './judged.ts'

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }))
const asked = (offset: unknown, length: unknown) => ({ arguments: ['id', offset, length] })

describe('PAGE-3', () => {
  it.each([
    [2, 2, 'nothing'],
    [3, 2, 'too many'],
    [3, '2', 'too many'],
    [1, 0, 'too many'],
    [9, -1, 'not judged'],
    [9, 1.5, 'not judged'],
    [9, '+2', 'not judged'],
    [9, undefined, 'not judged'],
  ])('of %d rows where %j were asked for: %s', (count, length, expected) => {
    for (const data of [rows(count), JSON.stringify(rows(count))]) {
      const answer = { ...answerOf({ success: true, data }), ...asked(0, length) }
      const said = judged('PAGE-3 every answer', answer)
      expect(typeof said === 'string' ? said : 'too many').toBe(expected)
    }
  })
})

describe('PAGE-8', () => {
  const requests = (operation: string, count: number) =>
    Array.from({ length: count }, () => ({ operation }) as JournalEntry)

  it('takes offset + length + 10 requests, whatever became of the call', () => {
    for (const answer of [
      answerOf({ success: true, data: [] }),
      answerAfter({ kind: 'timed-out', afterMilliseconds: 1 }),
    ]) {
      const made = (count: number) =>
        judged('PAGE-8 every answer', {
          ...{ ...answer, ...asked('3', 2) },
          exchanges: requests('results', count),
        })
      expect(made(15)).toBe('nothing')
      expect(made(16)).toEqual({ expected: 'at most 15 requests', actual: '16 requests' })
    }
  })

  it('judges no window that is none, and no other method', () => {
    const exchanges = requests('results', 99)
    const answer = { ...answerOf({ success: true }), exchanges }
    expect(judged('PAGE-8 every answer', { ...answer, ...asked(-1, 2) })).toBe('not judged')
    expect(judged('PAGE-8 every answer', { ...answer, method: 'status' })).toBe('not judged')
  })
})
