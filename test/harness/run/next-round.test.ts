import { expect, it, vi } from 'vitest'
import type { CheckResult } from '../../../harness/engine/found/result.ts'
import { defineCheck } from '../../../harness/kit/define-check.ts'
import { nextRound } from '../../../harness/run/next-round.ts'
import { abcSource } from '../../support/abc-source.ts'
import { madePlan } from '../../support/made-options.ts'
import { madeViolation } from '../../support/made-report.ts'

vi.mock('../../../harness/checks/index.ts', async () => {
  const { default: arbitrary } = await import('fast-check')
  const toy = { claim: 'it holds', run: async () => {} }
  return {
    CHECKS: [
      defineCheck({ ...toy, clause: 'PAGE-1', cases: () => arbitrary.nat() }),
      defineCheck({ ...toy, clause: 'PAGE-2', cases: () => arbitrary.nat() }),
      defineCheck({ ...toy, clause: 'PAGE-3', cases: () => [1, 2, 3] }),
    ],
  }
})

const held: CheckResult = { state: 'held', cases: 3 }
const undecided: CheckResult = { state: 'undecided', reason: 'trouble' }

it('takes what makes cases and has held, with another seed', () => {
  const results = new Map<string, CheckResult>([
    ['PAGE-1', held],
    ['PAGE-2', undecided],
    ['PAGE-3', held],
  ])
  expect(nextRound(madePlan({ seed: 7 }), abcSource, 2, results)).toMatchObject({
    seed: 9,
    checks: ['PAGE-1'],
    madeAlone: true,
  })
})

it('is none where nothing is left to make cases for', () => {
  expect(nextRound(madePlan(), abcSource, 1, new Map([['PAGE-3', held]]))).toBeUndefined()
})

it('takes what a waiver of a part of its clause covers, and not what one of the whole clause does', () => {
  const waived = { state: 'waived', cases: 3, waived: [{ violation: madeViolation(), by: [0] }] }
  const results = new Map<string, CheckResult>([
    ['PAGE-1', { ...waived, state: 'waived' }],
    ['PAGE-2', { ...waived, state: 'waived', isLast: true }],
  ])
  expect(nextRound(madePlan(), abcSource, 1, results)).toMatchObject({ checks: ['PAGE-1'] })
})
