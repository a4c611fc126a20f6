import { expect, it } from 'vitest'
import type { Waiver } from '../../../../contracts/waiver.ts'
import { eachOnce } from '../../../../harness/report/record/each-once.ts'
import { madeViolation } from '../../../support/made-report.ts'

const INVARIANT = 'PAGE-3 every answer'
const ofAnswers = madeViolation({ clause: 'PAGE-3', invariant: INVARIANT })
const ofCheck = madeViolation({ clause: 'PAGE-3', check: 'PAGE-3' })

it('a cause that an invariant tells of stands once', () => {
  expect(eachOnce([ofAnswers, { ...ofCheck, repeats: INVARIANT }])).toEqual([ofAnswers])
})

it('what no other violation tells of stays', () => {
  expect(eachOnce([ofAnswers, ofCheck])).toEqual([ofAnswers, ofCheck])
  expect(eachOnce([{ ...ofCheck, repeats: INVARIANT }])).toEqual([ofCheck])
})

it('a waiver that covers the other leaves it as it is', () => {
  const waiver: Waiver = {
    ...{ clause: 'PAGE-3', reason: 'known', issue: 'https://example.org/1' },
    ...{ owner: 'a team', expires: '2027-01-01' },
  }
  const waived = { ...ofAnswers, waiver }
  expect(eachOnce([waived, { ...ofCheck, repeats: INVARIANT }])).toEqual([waived, ofCheck])
})
