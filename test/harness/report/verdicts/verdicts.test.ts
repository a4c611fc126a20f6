import { describe, expect, it } from 'vitest'
import type { Waiver } from '../../../../contracts/waiver.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { ClauseOutcome, RunReport } from '../../../../harness/report/record/run-report.ts'
import { verdictsReport } from '../../../../harness/report/verdicts/verdicts.ts'
import { clauseReport, madeReport, madeViolation } from '../../../support/made-report.ts'

const WAIVER: Waiver = {
  ...{ clause: 'PAGE-1', reason: 'known', issue: 'https://example.test/1', owner: 'me' },
  expires: '2027-01-01',
}

function verdictOn(outcome: ClauseOutcome, change: Partial<RunReport> = {}) {
  const run = madeReport({ clauses: [clauseReport('PAGE-1', outcome)], ...change })
  const { runs, ...rest } = JSON.parse(verdictsReport(reportFile([run])))
  return { ...rest, ...runs[0].clauses[0] }
}

describe('the verdicts', () => {
  it('on a clause that holds say what it is', () => {
    expect(verdictOn('held')).toEqual({
      ...{ version: 1, exitCode: 0, trouble: [] },
      ...{ clause: 'PAGE-1', level: 'MUST', verdict: 'held' },
      title: '`results` is the window it was asked for',
    })
  })

  it.each([
    ['not-applicable', 'skipped'],
    ['left-out', 'skipped'],
    ['no-check', 'skipped'],
    ['not-shown', 'unknown'],
    ['undecided', 'unknown'],
  ] as const)('on one that is %s say %s', (outcome, verdict) => {
    expect(verdictOn(outcome).verdict).toBe(verdict)
  })

  it('on one that is violated have the text that a terminal shows', () => {
    const { verdict, text } = verdictOn('violated', { violations: [madeViolation()] })
    expect(verdict).toBe('failed')
    expect(text).toMatch(/^✗ PAGE-1 {2}MUST.+Case.+Expected.+Again/s)
  })

  it('on a SHOULD that is not met say advised, and under strict failed', () => {
    const violations = [madeViolation({ level: 'SHOULD' })]
    expect(verdictOn('advised', { violations }).verdict).toBe('advised')
    expect(verdictOn('advised', { violations, strict: true }).verdict).toBe('failed')
  })

  it('on what is waived give the reason, and fail the clause of a stale waiver', () => {
    const violations = [madeViolation({ waiver: WAIVER })]
    expect(verdictOn('waived', { violations })).toMatchObject({
      verdict: 'waived',
      text: expect.stringMatching(/^waived until 2027-01-01 by me: known/),
    })
    expect(verdictOn('held', { waivers: [{ ...WAIVER, state: 'stale' }] })).toMatchObject({
      verdict: 'failed',
      text: expect.stringContaining('is stale'),
    })
  })

  it('say why a run cannot be relied on', () => {
    expect(verdictOn('held', { trouble: ['a worker was lost'] })).toMatchObject({
      exitCode: 3,
      trouble: ['a worker was lost'],
    })
  })
})
