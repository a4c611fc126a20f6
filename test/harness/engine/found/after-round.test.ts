import { describe, expect, test } from 'vitest'
import { afterRound } from '../../../../harness/engine/found/after-round.ts'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'
import { madeViolation } from '../../../support/made-report.ts'

const held: CheckResult = { state: 'held', cases: 12, leftOut: 3 }

test('the first round counts as it is', () => {
  expect(afterRound(undefined, held)).toEqual(held)
})

test('cases of a check that goes on holding add up', () => {
  expect(afterRound(held, { state: 'held', cases: 5 })).toEqual({ ...held, cases: 17 })
})

test('a violation in a later round is a violation', () => {
  const violation = madeViolation()
  expect(afterRound(held, { state: 'violated', cases: 5, violation })).toEqual({
    state: 'violated',
    cases: 17,
    violation,
  })
})

test('a later round that says nothing takes nothing away', () => {
  expect(afterRound(held, { state: 'not-applicable', reason: 'nothing applies' })).toEqual(held)
})

test('a later round that could not be finished is known', () => {
  const undecided: CheckResult = { state: 'undecided', reason: 'the worker died' }
  expect(afterRound(held, undecided)).toEqual(undecided)
})

describe('what a waiver covers', () => {
  const of = (counterexample: number, by: readonly number[] = [0]) => ({
    violation: madeViolation({ counterexample }),
    by,
  })
  const waived = (...violations: readonly ReturnType<typeof of>[]): CheckResult => ({
    state: 'waived',
    cases: 5,
    waived: violations,
  })

  test('is not forgotten by a later round that holds', () => {
    expect(afterRound(waived(of(1)), { state: 'held', cases: 7 })).toEqual({
      ...waived(of(1)),
      cases: 12,
    })
  })

  test('in a later round makes a check that held one that is waived', () => {
    expect(afterRound(held, waived(of(1)))).toEqual({ ...waived(of(1)), cases: 17, leftOut: 3 })
  })

  test('of both rounds is shown once for the same waivers, as it was found first', () => {
    expect(afterRound(waived(of(1)), waived(of(2), of(3, [1])))).toMatchObject({
      waived: [of(1), of(3, [1])],
    })
  })

  test('stands beside a violation of a later round', () => {
    const violation = madeViolation()
    expect(afterRound(waived(of(1)), { state: 'violated', cases: 1, violation })).toEqual({
      state: 'violated',
      cases: 6,
      violation,
      waived: [of(1)],
    })
  })
})
