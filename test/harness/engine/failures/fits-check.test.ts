import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Declarations } from '../../../../contracts/declarations.ts'
import { CHECKS } from '../../../../harness/checks/index.ts'
import { fitsCheck } from '../../../../harness/engine/failures/fits-check.ts'
import { type CheckDefinition, defineCheck } from '../../../../harness/kit/define-check.ts'
import { abcSource } from '../../../support/abc-source.ts'

const CAPABILITIES = {
  mode: 'asynchronous',
  scheme: 'https',
  declarations: Declarations.parse({ result_limit: true }),
  source: abcSource,
} as const

/** Whether a case fits a check with these cases. */
function fits(example: unknown, definition: Partial<CheckDefinition<unknown>>): boolean {
  const toy = { clause: 'PAGE-1', claim: 'it holds', cases: () => [], run: async () => {} } as const
  return fitsCheck(defineCheck<unknown>({ ...toy, ...definition }), example, CAPABILITIES)
}

const windows = () => fc.record({ offset: fc.nat(), length: fc.nat() })
const sometimesPaged = () =>
  fc.record({ rows: fc.nat(), page: fc.nat() }, { requiredKeys: ['rows'] })

describe('a case of an earlier version', () => {
  it('fits where every case has its members now, whatever their values', () => {
    expect(fits({ length: 'x', offset: -1 }, { cases: windows })).toBe(true)
    expect(fits({ method: 'ping' }, { cases: () => [{ method: 'query' }] })).toBe(true)
  })

  it('fits with a member that only some cases have, and without it', () => {
    expect(fits({ rows: 1 }, { cases: sometimesPaged })).toBe(true)
    expect(fits({ rows: 1, page: 2 }, { cases: sometimesPaged })).toBe(true)
    expect(fits({ page: 2 }, { cases: sometimesPaged })).toBe(false)
  })

  it('does not fit where a member is missing, new or renamed', () => {
    expect(fits({ offset: 1 }, { cases: windows })).toBe(false)
    expect(fits({ offset: 1, length: 2, pageSize: 3 }, { cases: windows })).toBe(false)
    expect(fits({ start: 1, length: 2 }, { cases: windows })).toBe(false)
  })

  it('does not fit where it is another kind of thing', () => {
    expect(fits('a text', { cases: windows })).toBe(false)
    expect(fits(undefined, { cases: windows })).toBe(false)
    expect(fits({}, { cases: () => ['a text'] })).toBe(false)
    expect(fits('another', { cases: () => ['a text'] })).toBe(true)
    expect(fits([1], { cases: () => ['a text'] })).toBe(false)
  })

  it('fits no check that has no cases', () => {
    expect(fits({}, { cases: () => [] })).toBe(false)
  })

  // Else what verify has just kept could not be replayed a moment later.
  it.each(CHECKS.map((check) => [check.name, check] as const))(
    'fits %s where that made it',
    (_, check) => {
      const cases = check.cases(CAPABILITIES)
      const made = Array.isArray(cases)
        ? cases
        : fc.sample(cases as fc.Arbitrary<unknown>, { seed: 7, numRuns: 20 })
      for (const example of [...made, ...check.always(CAPABILITIES)]) {
        expect(fitsCheck(check, JSON.parse(JSON.stringify(example)), CAPABILITIES)).toBe(true)
      }
    },
  )
})
