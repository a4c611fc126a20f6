import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../../harness/report/html/verdict.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { clauseReport, madeReport } from '../../../support/made-report.ts'

const held = madeReport()
const broken = madeReport({ clauses: [clauseReport('PAGE-1', 'violated')] })
const stuck = madeReport({ trouble: ['a worker died'] })

describe('the verdict of a page', () => {
  it.each([
    ['one that holds', [held], 'holds', 'Holds 2 clauses'],
    ['one that does not', [broken], 'breaks', 'Breaks 1 clause'],
    ['one without a verdict', [stuck], 'incomplete', 'No verdict: the run is incomplete'],
    ['several', [held, broken, held], 'breaks', '1 of 3 runs breaks the contract, 2 hold'],
    ['several that hold', [held, held], 'holds', '2 of 2 runs hold'],
    [
      'several of which one has no verdict',
      [held, broken, stuck],
      'incomplete',
      '1 of 3 runs breaks the contract, 1 has no verdict, 1 holds',
    ],
  ])('of %s', (_, runs, kind, words) => {
    expect(verdictOf(reportFile(runs))).toMatchObject({ kind, words })
  })

  it('of a report that was cut short is none, whatever its runs say', () => {
    expect(verdictOf({ version: 2, runs: [held] })).toMatchObject({
      kind: 'incomplete',
      mark: '…',
      words: expect.stringContaining('no closing record'),
    })
    expect(verdictOf(reportFile([])).kind).toBe('incomplete')
  })
})
