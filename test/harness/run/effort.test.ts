import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROFILES } from '../../../harness/engine/profile.ts'
import { effortFor, effortOf } from '../../../harness/run/effort.ts'

const cost = fc.integer({ min: 0, max: 10_000 })

describe('the effort', () => {
  it('of a connector that answers at once leaves nothing out', () => {
    expect(effortFor('default', 5)).toEqual({ runs: 30, shrinks: 300 })
  })

  it('of one that needs 0.8 s a call is some hundred cases, which two cores do in about a minute', () => {
    const { runs, most } = effortFor('default', 800)
    expect({ runs, most }).toEqual({ runs: 1, most: 3 })
  })

  it('never grows with what a call costs', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROFILES), cost, cost, (profile, one, other) => {
        const [swift, slow] = [Math.min(one, other), Math.max(one, other)].map((milliseconds) =>
          effortFor(profile, milliseconds),
        )
        expect(slow?.runs).toBeLessThanOrEqual(swift?.runs ?? 0)
        expect(slow?.most ?? Infinity).toBeLessThanOrEqual(swift?.most ?? Infinity)
      }),
    )
  })

  it('is some for quick, and all that is listed for thorough', () => {
    fc.assert(
      fc.property(cost, (milliseconds) => {
        const [quick, usual, thorough] = PROFILES.map((each) => effortFor(each, milliseconds))
        expect(quick?.most).toBeGreaterThan(0)
        expect(quick?.most).toBeLessThanOrEqual(usual?.most ?? Infinity)
        expect(thorough).not.toHaveProperty('most')
        expect(thorough?.runs).toBeGreaterThan(usual?.runs ?? 0)
      }),
    )
  })

  it('is what the user says, with all that is listed, the same on every machine', () => {
    expect(effortOf(7, 'module')).toEqual({ runs: 7, shrinks: 300 })
    expect(effortOf(7, 'command')).toEqual({ runs: 7, shrinks: 40 })
  })
})
