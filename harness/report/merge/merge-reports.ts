import { UsageError } from '../../errors.ts'
import { whyIncomplete } from '../record/incomplete.ts'
import { type ReportFile, reportFile } from '../record/report-file.ts'
import { differencesOf } from './differences.ts'
import { gapsIn } from './gaps.ts'
import { mergeRuns } from './merge-runs.ts'
import type { ShardRun } from './shard-of-run.ts'

/** A report, and how messages name its file. */
export interface NamedReport {
  readonly file: string
  readonly report: ReportFile
}

/**
 * The reports of all shards as the one report of an undivided run. One that is incomplete makes it incomplete.
 *
 * @throws UsageError with a line for each reason why they are not the parts of one run.
 */
export function mergeReports(reports: readonly NamedReport[]): ReportFile {
  const cut = reports.flatMap(({ file, report }) => {
    const why = whyIncomplete(report)
    return why === undefined ? [] : [`${file} is incomplete: ${why}`]
  })
  const most = Math.max(...reports.map(({ report }) => report.runs.length))
  const targets = Array.from({ length: most }, (_, place) => shardsAt(place, reports))
  const isCut = cut.length > 0
  refuseIf(targets.flatMap((shards) => whyNotOne(shards, reports, isCut)))
  if (targets.length === 0) refuseIf([...cut, 'there is no run to put together'])
  const merged = reportFile(targets.map((shards) => mergeRuns(shards, cut)))
  return merged
}

/** What all shards say of one connector: where several are verified, they stand in the same order in each report. */
function shardsAt(place: number, reports: readonly NamedReport[]): readonly ShardRun[] {
  const wholes = reports.flatMap(({ file, report }) =>
    report.runs[place] !== undefined && report.runs[place].shard === undefined
      ? [`${file} is the report of a whole run, and of no shard`]
      : [],
  )
  refuseIf(wholes)
  return reports.flatMap(({ file, report }) => {
    const run = report.runs[place]
    return run?.shard === undefined ? [] : [{ file, run, shard: run.shard }]
  })
}

function whyNotOne(
  shards: readonly ShardRun[],
  reports: readonly NamedReport[],
  isCut: boolean,
): readonly string[] {
  const differences = differencesOf(shards)
  // Of shards that are not of one run nobody can say what is missing.
  if (differences.length > 0) return differences
  const isMissing = shards.length < reports.length && isCut
  return gapsIn(shards, isMissing)
}

function refuseIf(lines: readonly string[]): void {
  const [first, ...others] = [...new Set(lines)]
  if (first === undefined) return
  throw new UsageError([first, ...others].join('\nerror: '), {
    hint: 'Give the reports of all shards of one run, each once, written with `--shard i/n --json FILE`.',
  })
}
