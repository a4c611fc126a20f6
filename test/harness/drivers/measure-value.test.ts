import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureValue } from '../../../harness/drivers/measure-value.ts'

const DEEPEST = 1_000

function nested(levels: number): unknown {
  let value: unknown = 'core'
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

describe('the measure of a value', () => {
  it('is about the length of its JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const { characters } = measureValue(value, DEEPEST)
        const { length } = JSON.stringify(value)
        expect(characters).toBeGreaterThanOrEqual(length / 8)
        expect(characters).toBeLessThanOrEqual(4 * length + 4)
      }),
    )
  })

  it('tells how deep it is', () => {
    expect(measureValue('text', DEEPEST).depth).toBe(0)
    expect(measureValue({ data: [{ id: 1 }] }, DEEPEST).depth).toBe(3)
    expect(measureValue(nested(DEEPEST), DEEPEST).depth).toBe(DEEPEST)
  })

  it('goes no deeper than asked, however deep the value is', () => {
    expect(measureValue(nested(2_000_000), DEEPEST).depth).toBe(DEEPEST + 1)
  })

  it('counts what is shared as often as JSON would write it', () => {
    let value: unknown = 'x'.repeat(10)
    for (let doubling = 0; doubling < 60; doubling += 1) value = [value, value]
    expect(measureValue(value, DEEPEST).characters).toBeGreaterThan(10 * 2 ** 60)
  })

  it('ends for a value that contains itself', () => {
    const value: { self?: unknown } = {}
    value.self = value
    expect(measureValue(value, DEEPEST).depth).toBe(1)
  })
})
