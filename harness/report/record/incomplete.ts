import type { ReportFile } from './report-file.ts'
import { exitCodeOf } from './run-report.ts'

/** Why nobody may rely on a report, in words, where that is not said by one of its runs; undefined: it is whole. */
export function whyIncomplete({ runs, closing }: ReportFile): string | undefined {
  if (closing === undefined) {
    return 'the report has no closing record: it, or the run itself, was cut short'
  }
  if (closing.runs !== runs.length) {
    return `the report holds ${runs.length} of ${closing.runs} runs`
  }
  const { trouble = [] } = closing
  if (trouble.length > 0) return trouble.join('; ')
  if (runs.length === 0) return 'the report holds no run'
  const isToldByRuns = runs.some((run) => exitCodeOf(run) === 3)
  return closing.complete || isToldByRuns ? undefined : 'the run was not brought to its end'
}
