import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partitionCase, windowsOf } from '../../../../harness/kit/arbitraries/partition.ts'

describe('the windows of a partition', () => {
  it('have the lengths asked for, the last again and again', () => {
    expect(windowsOf({ rows: 7, pageSize: 3, lengths: [1, 3, 2] })).toEqual([
      { offset: 0, length: 1 },
      { offset: 1, length: 3 },
      { offset: 4, length: 2 },
      { offset: 6, length: 2 },
    ])
  })

  it('are one even where there are no rows', () => {
    expect(windowsOf({ rows: 0, pageSize: 3, lengths: [4, 2] })).toEqual([{ offset: 0, length: 4 }])
  })

  it('are consecutive from 0, cover the whole result, and none lies behind it', () => {
    fc.assert(
      fc.property(partitionCase, (partition) => {
        const windows = windowsOf(partition)
        let end = 0
        for (const { offset, length } of windows) {
          expect(offset).toBe(end)
          expect(offset === 0 || offset < partition.rows).toBe(true)
          expect(length).toBeGreaterThan(0)
          end = offset + length
        }
        expect(end).toBeGreaterThanOrEqual(partition.rows)
      }),
    )
  })
})
