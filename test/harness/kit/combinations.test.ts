import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinations } from '../../../harness/kit/combinations.ts'

describe('combinations', () => {
  it('are one value of each key, the last key changing fastest', () => {
    expect(combinations({ method: ['ping', 'query'], code: [1, 2] })).toEqual([
      { method: 'ping', code: 1 },
      { method: 'ping', code: 2 },
      { method: 'query', code: 1 },
      { method: 'query', code: 2 },
    ])
  })

  it('are one without keys, and none where a key has no value', () => {
    expect(combinations({})).toEqual([{}])
    expect(combinations({ a: [1, 2], b: [] })).toEqual([])
  })

  it('are all different, and as many as the product says', () => {
    const values = fc.uniqueArray(fc.nat(), { maxLength: 4 })
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const all = combinations({ a, b, c })
        expect(all).toHaveLength(a.length * b.length * c.length)
        expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(all.length)
      }),
    )
  })
})
