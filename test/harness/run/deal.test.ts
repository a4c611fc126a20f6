import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callsOf, type Dealt, deal, dealAll } from '../../../harness/run/deal.ts'

const check = (name: string, change: Partial<Dealt> = {}): Dealt => ({
  ...{ name, listed: 10, telling: 0, makes: false, cost: { listed: 1, made: 1 } },
  ...change,
})

const anyCheck = fc.record({
  listed: fc.nat({ max: 30 }),
  telling: fc.nat({ max: 30 }),
  makes: fc.boolean(),
  cost: fc.record({ listed: fc.integer({ min: 1, max: 6 }), made: fc.integer({ min: 1, max: 6 }) }),
})
const anyChecks = fc.array(anyCheck, { minLength: 1, maxLength: 12 }).map((checks) =>
  checks.map((each, place) =>
    check(`check ${place}`, {
      ...each,
      telling: Math.min(each.telling, each.listed),
      makes: each.makes || each.listed === 0,
    }),
  ),
)
const least = (checks: readonly Dealt[]) =>
  checks.reduce((sum, { listed, cost }) => sum + (listed === 0 ? cost.made : cost.listed), 0)

describe('dealing calls', () => {
  it('gives every check a case, and no more calls than there are beyond these', () => {
    fc.assert(
      fc.property(anyChecks, fc.nat({ max: 600 }), (checks, calls) => {
        const dealt = deal(checks, calls)
        for (const { name } of checks) {
          const { listed = 0, made = 0 } = dealt.tries[name] ?? {}
          expect(listed + made).toBeGreaterThan(0)
        }
        // A check without a listed case has its first one twice over in the sum.
        expect(callsOf(checks, dealt, 1)).toBeLessThanOrEqual(Math.max(calls, least(checks)))
      }),
    )
  })

  it('never gives a check less of more calls', () => {
    fc.assert(
      fc.property(anyChecks, fc.nat({ max: 600 }), (checks, calls) => {
        const [some, more] = [deal(checks, calls), deal(checks, calls + least(checks))]
        expect(callsOf(checks, more, 1)).toBeGreaterThanOrEqual(callsOf(checks, some, 1))
      }),
    )
  })

  it('goes through what tells most of every check, before the rest of any', () => {
    const checks = [check('many', { listed: 100 }), check('few', { listed: 100, telling: 20 })]
    expect(deal(checks, 21).tries).toEqual({
      many: { listed: 1, made: 0 },
      few: { listed: 20, made: 0 },
    })
    expect(deal(checks, 41).tries).toEqual({
      many: { listed: 11, made: 0 },
      few: { listed: 30, made: 0 },
    })
  })

  it('makes cases once everything is listed, as many of one check as of another', () => {
    const checks = [
      check('one', { makes: true, cost: { listed: 2, made: 2 } }),
      check('other', { makes: true }),
    ]
    expect(deal(checks, 29)).toMatchObject({ made: 0 })
    expect(deal(checks, 30 + 3 * 4)).toEqual({
      tries: { one: { listed: 10, made: 4 }, other: { listed: 10, made: 4 } },
      made: 4,
    })
  })

  it('makes one case where nothing is listed', () => {
    const checks = [check('made', { listed: 0, makes: true }), check('listed')]
    expect(deal(checks, 2).tries['made']).toEqual({ listed: 0, made: 1 })
    expect(dealAll(checks, 0).tries['made']).toEqual({ listed: 0, made: 1 })
  })

  it('counts the made cases of every round', () => {
    const checks = [check('one', { makes: true, cost: { listed: 2, made: 2 } })]
    expect(callsOf(checks, dealAll(checks, 5), 3)).toBe(2 * (10 + 3 * 5))
  })
})
