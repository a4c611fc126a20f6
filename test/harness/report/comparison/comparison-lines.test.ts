import { expect, it } from 'vitest'
import { compareReports } from '../../../../harness/report/comparison/compare-reports.ts'
import { comparisonReport } from '../../../../harness/report/comparison/comparison-lines.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import type { CheckReport } from '../../../../harness/report/record/run-report.ts'
import { madeReport, madeViolation } from '../../../support/made-report.ts'

const check = (
  name: string,
  state: CheckReport['state'],
  level: CheckReport['level'] = 'MUST',
): CheckReport => ({
  check: name,
  clause: 'PAGE-1',
  claim: 'a claim',
  cases: { tried: 3, planned: 3 },
  state,
  level,
})

it('a comparison on a terminal has a line for each kind of change', () => {
  const now = madeReport({
    seed: 2,
    checks: [
      check('PAGE-1', 'violated'),
      check('PAGE-2', 'violated', 'SHOULD'),
      check('PAGE-3', 'held'),
      check('PAGE-4', 'undecided'),
      check('PAGE-5', 'held'),
      check('PAGE-6', 'waived'),
    ],
    violations: [madeViolation({ counterexample: 1 })],
  })
  const earlier = madeReport({
    checks: [
      check('PAGE-1', 'violated'),
      check('PAGE-3', 'violated'),
      check('PAGE-4', 'violated'),
      check('PAGE-5', 'held'),
      check('PAGE-6', 'held'),
    ],
    violations: [madeViolation({ counterexample: 2 })],
  })
  const comparison = compareReports(reportFile([now]), reportFile([earlier]), 'old\n.json')
  expect(comparisonReport(comparison)).toBe(`Compared with old\\n.json
  newly broken      PAGE-2 (SHOULD, not judged before), PAGE-6 (waived)
  newly fixed       PAGE-3
  still broken      PAGE-1 (by another case)
  no longer judged  PAGE-4 (broken before)
  unchanged         2 checks
  ran otherwise     seed 2 (was 1)

`)
})

it('a comparison of several runs names them, and what is in one report alone', () => {
  const of = (...targets: readonly string[]) =>
    reportFile(targets.map((target) => madeReport({ target })))
  expect(comparisonReport(compareReports(of('a', 'b'), of('a', 'c'), 'old.json'))).toBe(
    `Compared with old.json
  a
  unchanged         0 checks
  b is not in the earlier report
  c is in the earlier report alone

`,
  )
})
