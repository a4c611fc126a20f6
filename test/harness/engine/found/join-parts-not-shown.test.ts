import { expect, it } from 'vitest'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'
import { madeViolation } from '../../../support/made-report.ts'
import { joined } from './parts-of-one-check.ts'

const notShown: CheckResult = { state: 'not-shown', cases: 2, reason: 'no page was read' }
const held: CheckResult = { state: 'held', cases: 3 }
const violated: CheckResult = { state: 'violated', cases: 2, violation: madeViolation() }

it('what one part has not seen another one may have', () => {
  expect(joined(notShown, held)).toEqual({ state: 'held', cases: 5 })
  expect(joined(held, notShown)).toEqual({ state: 'held', cases: 5 })
})

it('a check of which no part has seen what it judges is not shown to hold', () => {
  expect(joined(notShown, notShown)).toEqual({ ...notShown, cases: 4 })
  expect(joined({ state: 'not-applicable', reason: 'it has none' }, notShown)).toEqual(notShown)
})

it('what a part finds counts, whatever others have not seen', () => {
  expect(joined(notShown, violated)).toEqual({ ...violated, cases: 4 })
})
