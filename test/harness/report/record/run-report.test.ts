import { describe, expect, it } from 'vitest'
import { type ClauseOutcome, exitCodeOf } from '../../../../harness/report/record/run-report.ts'
import { clauseReport, madeReport } from '../../../support/made-report.ts'

const runWith = (outcome: ClauseOutcome, change: Parameters<typeof madeReport>[0] = {}) =>
  madeReport({
    clauses: [clauseReport('MODE-1', 'held'), clauseReport('PAGE-1', outcome)],
    ...change,
  })

describe('the exit code of a run', () => {
  it.each<ClauseOutcome>(['held', 'advised', 'not-applicable', 'left-out', 'no-check'])(
    'is 0 where a clause is %s',
    (outcome) => {
      expect(exitCodeOf(runWith(outcome))).toBe(0)
    },
  )

  it('is 1 where a clause is violated', () => {
    expect(exitCodeOf(runWith('violated'))).toBe(1)
  })

  it('is 1 under --strict where a SHOULD is not met', () => {
    expect(exitCodeOf(runWith('advised', { strict: true }))).toBe(1)
    expect(exitCodeOf(runWith('held', { strict: true }))).toBe(0)
    expect(exitCodeOf(runWith('no-check', { strict: true }))).toBe(0)
  })

  it('is 3 where nothing fails and a clause is not shown to hold', () => {
    expect(exitCodeOf(runWith('not-shown'))).toBe(3)
    const advised = clauseReport('ENV-4', 'advised')
    const unshown = clauseReport('SEC-2', 'not-shown')
    expect(exitCodeOf(madeReport({ clauses: [advised, unshown] }))).toBe(3)
  })

  it('is 1 where something fails, whatever is not shown beside it', () => {
    const unshown = clauseReport('SEC-2', 'not-shown')
    const violated = clauseReport('PAGE-1', 'violated')
    const advised = clauseReport('ENV-4', 'advised')
    expect(exitCodeOf(madeReport({ clauses: [unshown, violated] }))).toBe(1)
    expect(exitCodeOf(madeReport({ clauses: [unshown, advised], strict: true }))).toBe(1)
  })

  it('is 3 where the run has no verdict, whatever it had found by then', () => {
    for (const outcome of ['held', 'violated', 'undecided'] as const) {
      expect(exitCodeOf(runWith(outcome, { trouble: ['a worker died'] }))).toBe(3)
    }
  })
})
