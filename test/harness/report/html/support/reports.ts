import { type ReportFile, reportFile } from '../../../../../harness/report/record/report-file.ts'
import { CLAUSE_OUTCOMES, type RunReport } from '../../../../../harness/report/record/run-report.ts'
import { madeReport } from '../../../../support/made-report.ts'
import { madeWaiver } from '../../../../support/made-waiver.ts'
import { realReport } from '../../../../support/real-report.ts'
import { everyClauseBroken } from './every-clause.ts'

/** The reports that the page is looked at with, from real runs. */
export interface Reports {
  readonly green: ReportFile
  readonly every: ReportFile
  readonly large: ReportFile
  /** Few of each thing that a page can show. */
  readonly each: ReportFile
}

export async function realReports(): Promise<Reports> {
  // One after the other, and with patience: all checks of a report run in this process at once.
  const green = await realReport('abc-security-monitor', ['ENV', 'MODE', 'PAGE'], {
    deadlineMilliseconds: 60_000,
  })
  const every = await everyClauseBroken()
  return {
    green: reportFile([green]),
    every: reportFile([every]),
    large: large(every),
    each: each(every, green),
  }
}

/** Hundreds of violations in thousands of cases: runs of as many connectors, each as bad as can be. */
function large(every: RunReport): ReportFile {
  const runs = Array.from({ length: 10 }, (_, index) => ({
    ...every,
    target: `connector-${index}`,
  }))
  return reportFile(runs)
}

function each(every: RunReport, green: RunReport): ReportFile {
  const [first, second, third, ...others] = every.violations
  const should = others.find(({ level }) => level === 'SHOULD')
  if (!first || !second || !third || !should) throw new Error('there are too few violations')
  const waiver = madeWaiver({ clause: third.clause })
  const broken: RunReport = {
    ...shortened(every),
    violations: [first, second, { ...third, waiver }, should],
    waivers: [{ ...waiver, state: 'used' }],
    clauses: every.clauses.slice(0, 12).map((clause, index) => ({
      ...clause,
      ...(CLAUSE_OUTCOMES[index] === undefined ? {} : { outcome: CLAUSE_OUTCOMES[index] }),
      reason: 'a reason',
    })),
  }
  return reportFile([
    broken,
    { ...shortened(green), target: 'green' },
    madeReport({ trouble: ['a worker died'] }),
  ])
}

/** axe looks at each cell. */
function shortened(run: RunReport): RunReport {
  const { faults, codes, clauses } = run.coverage
  const broken = codes.filter(({ violated }) => violated > 0)
  return {
    ...run,
    clauses: run.clauses.slice(0, 6),
    matrix: run.matrix.slice(0, 6),
    coverage: {
      faults: faults.slice(0, 12),
      codes: [...broken.slice(0, 3), ...codes.slice(0, 6)],
      clauses: clauses.slice(0, 6),
    },
    timings: { ...run.timings, checks: run.timings.checks.slice(0, 14) },
  }
}
