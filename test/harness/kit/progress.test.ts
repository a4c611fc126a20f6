import { describe, expect, it } from 'vitest'
import { isProgress, statusInWords } from '../../../harness/kit/progress.ts'

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
})
