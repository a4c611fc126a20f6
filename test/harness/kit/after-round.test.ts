import { expect, test } from 'vitest'
import { afterRound } from '../../../harness/kit/after-round.ts'
import type { CheckResult } from '../../../harness/kit/result.ts'
import { madeViolation } from '../../support/made-report.ts'

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
