import { describe, expect, it } from 'vitest'
import { patienceFor } from '../../../../harness/engine/session/patience.ts'

const searchOf = (rows: number, pageSize: number) => ({
  keys: Array.from({ length: rows }, (_, row) => `row-${row}`),
  pageSize,
})

describe('how long a call may take', () => {
  it('is what is usual where it is about no search, or about one of few pages', () => {
    expect(patienceFor(undefined, 10_000)).toBe(10_000)
    expect(patienceFor(searchOf(0, 10), 10_000)).toBe(10_000)
    expect(patienceFor(searchOf(25, 10), 10_000)).toBe(10_000)
    expect(patienceFor(searchOf(20, 1), 10_000)).toBe(10_000)
  })

  it('grows with the requests that a result of many pages takes', () => {
    expect(patienceFor(searchOf(130, 1), 10_000)).toBe(65_000)
    expect(patienceFor(searchOf(40, 1), 10_000)).toBe(20_000)
  })
})
