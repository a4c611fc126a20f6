import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellingOf, tellingOrder } from '../../../harness/engine/telling-order.ts'
import { combinations } from '../../../harness/kit/combinations.ts'

const nothing = () => undefined
const TABLE = combinations({ method: ['ping', 'query', 'status'], code: ['1', '2', '3', '4'] })
const ordered = (seed: string, tells: (example: unknown) => string | undefined = nothing) =>
  tellingOrder(TABLE, tells, seed).map((place) => TABLE[place])

describe('the order of cases', () => {
  it('has each of them once, the same one for a seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 20 }),
        fc.string(),
        (cases, seed) => {
          const order = tellingOrder(cases, nothing, seed)
          expect(order.toSorted((a, b) => a - b)).toEqual([...cases.keys()])
          expect(tellingOrder(cases, nothing, seed)).toEqual(order)
        },
      ),
    )
  })

  it('begins the same however many of them are asked for', () => {
    const wanted = fc.nat(TABLE.length)
    fc.assert(
      fc.property(fc.string(), wanted, fc.boolean(), (seed, most, names) => {
        const tells = names ? (example: unknown) => (example as { code: string }).code : nothing
        const whole = tellingOrder(TABLE, tells, seed)
        expect(tellingOrder(TABLE, tells, seed, most)).toEqual(whole.slice(0, most))
      }),
    )
  })

  it('meets every value of every member as soon as it can', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const first = ordered(seed).slice(0, 4)
        expect(new Set(first.map((each) => each?.code)).size).toBe(4)
        expect(new Set(first.map((each) => each?.method)).size).toBe(3)
      }),
    )
  })

  it('differs from seed to seed', () => {
    const firsts = Array.from({ length: 20 }, (_, seed) => JSON.stringify(ordered(String(seed))[1]))
    expect(new Set(firsts).size).toBeGreaterThan(3)
  })

  it('begins with the first of each that its check names, in the order of the list', () => {
    const byCode = (example: unknown) => (example as { code: string }).code
    expect(ordered('any', byCode).slice(0, 4)).toEqual(TABLE.slice(0, 4))
    expect(tellingOf(TABLE, byCode)).toBe(4)
    expect(tellingOf(TABLE, nothing)).toBe(0)
  })
})
