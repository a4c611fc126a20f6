import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPlace, type CheckPart } from '../../../../harness/engine/part.ts'
import { type Load, splitParts } from '../../../../harness/run/shard/split-parts.ts'

const loads = fc.uniqueArray(
  fc.record({
    check: fc.string({ minLength: 1, maxLength: 4 }),
    listed: fc.nat({ max: 150 }),
    made: fc.nat({ max: 300 }),
    cost: fc.integer({ min: 1, max: 4_000 }).map((tenths) => tenths / 10),
    whole: fc.boolean(),
  }),
  { selector: ({ check }) => check, maxLength: 60 },
)
const count = fc.integer({ min: 1, max: 20 })

const costOf = (parts: readonly CheckPart[], all: readonly Load[]) =>
  parts.reduce((sum, { check, listed, from, to }) => {
    const load = all.find((each) => each.check === check)
    return sum + ((listed ? (load?.listed ?? 0) : 0) + to - from) * (load?.cost ?? 0)
  }, 0)

describe('the shares of a run', () => {
  it('are all of it, and nothing twice', () => {
    fc.assert(
      fc.property(loads, count, (all, shards) => {
        const parts = splitParts(all, shards).flat()
        for (const { check, listed, made } of all) {
          const own = parts.filter((part) => part.check === check).toSorted(byPlace)
          expect(own.filter((part) => part.listed)).toHaveLength(
            listed > 0 || own.some((part) => part.listed) ? 1 : 0,
          )
          const ends = own.filter(({ from, to }) => to > from)
          expect(ends.map(({ from }) => from)).toEqual(
            [0, ...ends.map(({ to }) => to)].slice(0, ends.length),
          )
          expect(ends.at(-1)?.to ?? 0).toBe(made)
        }
      }),
    )
  })

  it('differ by no more than what cannot be divided', () => {
    fc.assert(
      fc.property(loads, count, (all, shards) => {
        const costs = splitParts(all, shards).map((parts) => costOf(parts, all))
        const pieces = all.flatMap(({ listed, made, cost, whole }) => [
          (whole ? listed + made : listed) * cost,
          cost,
        ])
        const most = Math.max(0, ...pieces)
        expect(Math.max(...costs) - Math.min(...costs)).toBeLessThanOrEqual(2 * most + 1e-6)
      }),
      { numRuns: 300 },
    )
  })

  it('are level where each has half a case too many', () => {
    const load = { check: 'PAGE-1', listed: 0, made: 69, cost: 0.1, whole: false }
    const sizes = splitParts([load], 6).map(([part]) => (part?.to ?? 0) - (part?.from ?? 0))
    expect(sizes.toSorted()).toEqual([11, 11, 11, 12, 12, 12])
  })

  it('are the same in whatever order what stays together is given', () => {
    fc.assert(
      fc.property(loads, count, (all, shards) => {
        const whole = all.map((load) => ({ ...load, whole: true }))
        expect(splitParts(whole.toReversed(), shards)).toEqual(splitParts(whole, shards))
      }),
    )
  })

  it('keep what is listed together, and made cases in ranges', () => {
    const load = { check: 'PAGE-1', listed: 10, made: 30, cost: 1, whole: false }
    expect(splitParts([load], 2)).toEqual([
      [{ check: 'PAGE-1', listed: true, from: 0, to: 10 }],
      [{ check: 'PAGE-1', listed: false, from: 10, to: 30 }],
    ])
  })
})
