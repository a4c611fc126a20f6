import { type ReportFile, reportFile } from '../../harness/report/record/report-file.ts'
import type { RunReport } from '../../harness/report/record/run-report.ts'

const JOBS = 2
const MILLISECONDS_A_CASE = 40
const CALLS = { count: 40, connector: 120, dataSource: 80, harness: 40 }

/** The same report with made-up times, which are all that differs between two runs that say the same. */
export function withFixedTimes({ runs }: ReportFile): ReportFile {
  return reportFile(runs.map(timed))
}

function timed(run: RunReport): RunReport {
  const checks = run.timings.checks.map((each) => ({
    ...each,
    milliseconds: each.tried * MILLISECONDS_A_CASE,
  }))
  const all = checks.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  // How many there were is no more certain: a case that is slow is tried again.
  const calls = (run.timings.calls ?? []).map(({ method }) => ({ method, ...CALLS }))
  const timings = {
    started: '2026-01-01T00:00:00.000Z',
    milliseconds: all / JOBS,
    callMilliseconds: 1,
    jobs: JOBS,
    checks,
    ...(calls.length === 0 ? {} : { calls }),
  }
  return { ...run, timings }
}
