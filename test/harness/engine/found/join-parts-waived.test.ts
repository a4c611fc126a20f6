import { expect, it } from 'vitest'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'
import { madeViolation } from '../../../support/made-report.ts'
import { joined } from './parts-of-one-check.ts'

const of = (counterexample: number, by: readonly number[] = [0]) => ({
  violation: madeViolation({ counterexample }),
  by,
})
const waived = (...violations: readonly ReturnType<typeof of>[]): CheckResult => ({
  state: 'waived',
  cases: 5,
  waived: violations,
})
const held: CheckResult = { state: 'held', cases: 3 }
const violated: CheckResult = { state: 'violated', cases: 2, violation: madeViolation() }

it('a part in which all is waived does not hide what another one behind it finds', () => {
  expect(joined(waived(of(1)), violated)).toEqual({ ...violated, cases: 7, waived: [of(1)] })
  expect(joined(waived(of(1)), held, violated)).toMatchObject({ state: 'violated', cases: 10 })
})

it('what is waived in any part is waived in the whole, once for the same waivers', () => {
  expect(joined(held, waived(of(1)), held, waived(of(2), of(3, [1])))).toEqual({
    ...waived(of(1), of(3, [1])),
    cases: 16,
  })
})

it('behind what a waiver of the whole clause covers nothing counts, as nothing is looked for', () => {
  const last: CheckResult = { state: 'waived', cases: 5, waived: [of(1)], isLast: true }
  expect(joined(last, violated)).toEqual(last)
})

it('a part without a verdict leaves the whole without one', () => {
  const undecided: CheckResult = { state: 'undecided', reason: 'TypeError' }
  expect(joined(waived(of(1)), undecided)).toEqual(undecided)
})
