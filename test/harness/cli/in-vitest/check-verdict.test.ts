import { describe, expect, it } from 'vitest'
import type { Waiver } from '../../../../contracts/waiver.ts'
import { checkVerdict, runVerdict } from '../../../../harness/cli/in-vitest/check-verdict.ts'
import type { VerifyEnd } from '../../../../harness/cli/verify-process.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { CheckReport, RunReport } from '../../../../harness/report/record/run-report.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const end = (change: Partial<RunReport>): VerifyEnd => ({
  exitCode: 1,
  report: reportFile([madeReport(change)]),
  said: '',
})
const check = (state: CheckReport['state'], reason?: string): CheckReport => ({
  ...{
    check: 'PAGE-1',
    clause: 'PAGE-1',
    level: 'MUST',
    claim: 'it is so',
    state,
    cases: { tried: 3, planned: 3 },
  },
  ...(reason === undefined ? {} : { reason }),
})
const waiver: Waiver = {
  ...{ clause: 'PAGE-1', reason: 'known', issue: 'https://example.test/1', owner: 'me' },
  expires: '2027-01-01',
}

describe('a test of a check', () => {
  it('passes where the check held', () => {
    expect(checkVerdict(end({ checks: [check('held')] }), 'PAGE-1')).toEqual({ kind: 'passed' })
  })

  it('fails with the violation as a terminal shows it, and the line that brings it back', () => {
    const violations = [madeViolation({ replay: 'npx connector-contract replay 1a2b3c4d' })]
    const verdict = checkVerdict(end({ checks: [check('violated')], violations }), 'PAGE-1')
    expect(verdict).toMatchObject({ kind: 'failed' })
    for (const words of [
      '✗ PAGE-1  MUST  `results`: rows a, b, not rows b, c',
      'Case      rows 3, pageSize 10, offset 1, length 2',
      'Expected  rows b, c',
      'Actual    rows a, b',
      'npx connector-contract replay 1a2b3c4d',
    ]) {
      expect(verdict).toHaveProperty('text', expect.stringContaining(words))
    }
  })

  it('fails with what tells of the same cause, where that is what holds of every answer', () => {
    const violations = [madeViolation({ check: 'PAGE-2', invariant: 'PAGE-1 every answer' })]
    const verdict = checkVerdict(end({ checks: [check('violated')], violations }), 'PAGE-1')
    expect(verdict).toMatchObject({
      kind: 'failed',
      text: expect.stringContaining('Actual    rows a, b'),
    })
  })

  it('passes with a note where a SHOULD is not met, and fails under strict', () => {
    const violations = [madeViolation({ level: 'SHOULD' })]
    const change = { checks: [check('violated')], violations }
    expect(checkVerdict(end(change), 'PAGE-1')).toMatchObject({
      kind: 'passed',
      note: expect.stringContaining('SHOULD not met\n'),
    })
    expect(checkVerdict(end({ ...change, strict: true }), 'PAGE-1').kind).toBe('failed')
  })

  it('is skipped with the reason where the violation is waived', () => {
    const violations = [madeViolation({ waiver })]
    expect(checkVerdict(end({ checks: [check('waived')], violations }), 'PAGE-1')).toEqual({
      kind: 'skipped',
      reason: 'waived until 2027-01-01 by me: known (https://example.test/1)',
    })
  })

  it('is skipped with the reason where the check does not apply', () => {
    const plan = {
      checks: [],
      leftOut: [],
      notApplicable: [{ check: 'PAGE-1', reason: 'it is synchronous' }],
    }
    const skipped = { kind: 'skipped', reason: 'it is synchronous' }
    expect(checkVerdict(end({ plan }), 'PAGE-1')).toEqual(skipped)
    const checks = [check('not-applicable', 'it is synchronous')]
    expect(checkVerdict(end({ checks }), 'PAGE-1')).toEqual(skipped)
  })

  it.each([
    ['could not be finished', { checks: [check('undecided', 'a worker died')] }, 'a worker died'],
    ['has no result', { trouble: ['a worker died'] }, 'a worker died'],
  ])('fails where the check %s', (_, change, words) => {
    const verdict = checkVerdict(end(change), 'PAGE-1')
    expect(verdict).toMatchObject({ kind: 'failed', text: expect.stringContaining(words) })
  })

  it('fails with what verify said where there is no report', () => {
    const wrongUse: VerifyEnd = {
      exitCode: 2,
      report: undefined,
      said: 'error: no connector is named\n',
    }
    const failed = { kind: 'failed', text: 'error: no connector is named' }
    expect(checkVerdict(wrongUse, 'PAGE-1')).toEqual(failed)
    expect(runVerdict(wrongUse)).toEqual(failed)
    expect(runVerdict({ ...wrongUse, said: '' })).toMatchObject({ kind: 'failed' })
  })
})

describe('the test of the whole run', () => {
  it('passes where nothing is missing, whatever was found', () => {
    expect(runVerdict(end({ violations: [madeViolation()] }))).toEqual({ kind: 'passed' })
  })

  it.each([
    ['there was trouble', end({ trouble: ['a worker died'] }), 'a worker died'],
    ['a waiver is stale', end({ waivers: [{ ...waiver, state: 'stale' }] }), 'is stale'],
    [
      'the report is cut short',
      { exitCode: 3, report: { version: 2, runs: [madeReport()] }, said: '' } as const,
      'cut short',
    ],
  ])('fails where %s', (_, ended, words) => {
    expect(runVerdict(ended)).toMatchObject({
      kind: 'failed',
      text: expect.stringContaining(words),
    })
  })
})
