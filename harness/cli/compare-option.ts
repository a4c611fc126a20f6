import { type Comparison, compareReports } from '../report/comparison/compare-reports.ts'
import { comparisonReport } from '../report/comparison/comparison-lines.ts'
import type { ReportFile } from '../report/record/report-file.ts'
import { openReport } from './open-report.ts'

/** What the option does, for help. */
export const COMPARE_OPTION =
  'say what has changed since an earlier report: a file that `verify --json` has written'

/** A report beside an earlier one, and that for a terminal. */
export interface Compared {
  readonly comparison?: Comparison
  /** Empty where there is nothing to compare with. */
  readonly text: string
}

/**
 * Reads the earlier report, before anything is run or written: it may be written over.
 *
 * @param path undefined: there is none
 * @returns what compares a report with it
 * @throws UsageError where it is none.
 */
export async function comparedWith(
  path: string | undefined,
): Promise<(report: ReportFile) => Compared> {
  if (path === undefined) return () => ({ text: '' })
  const earlier = await openReport(path)
  return (report) => {
    const comparison = compareReports(report, earlier, path)
    return { comparison, text: comparisonReport(comparison) }
  }
}
