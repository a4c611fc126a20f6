import { describe, expect, it } from 'vitest'
import { isProgress, mayShow, statusInWords } from '../../../harness/kit/progress.ts'

const telling = (progress: 'percent' | 'fraction' | 'none') => ({ writes: { progress } })

describe('a progress', () => {
  it('is compared exactly where the data source tells an integer', () => {
    expect(isProgress(telling('percent'), 40, 40)).toBe(true)
    expect(isProgress(telling('percent'), 41, 40)).toBe(false)
    expect(isProgress(telling('percent'), '40', 40)).toBe(false)
  })

  it('may be rounded either way where it tells a fraction', () => {
    expect(isProgress(telling('fraction'), 41, 40)).toBe(true)
    expect(isProgress(telling('fraction'), 39, 40)).toBe(true)
    expect(isProgress(telling('fraction'), 42, 40)).toBe(false)
    expect(isProgress(telling('fraction'), Number.NaN, 40)).toBe(false)
  })

  it('may be anything where it tells none, and is not spoken of', () => {
    expect(isProgress(telling('none'), 7, 40)).toBe(true)
    expect(statusInWords(telling('none'), 'RUNNING', 40)).toBe('status RUNNING')
    expect(statusInWords(telling('percent'), 'RUNNING', 40)).toBe('status RUNNING with progress 40')
  })

  it('may be anything up to what was reached where the search has ended without COMPLETED', () => {
    for (const seen of [0, 30, 60])
      expect(mayShow(telling('percent'), 'ERROR', seen, 60)).toBe(true)
    for (const seen of [61, 100, -1, 0.5, '60', undefined]) {
      expect(mayShow(telling('percent'), 'CANCELED', seen, 60)).toBe(false)
    }
    expect(mayShow(telling('percent'), 'RUNNING', 0, 60)).toBe(false)
    expect(statusInWords(telling('percent'), 'ERROR', 60)).toBe(
      'status ERROR with a progress of at most 60',
    )
  })
})
