import { rm } from 'node:fs/promises'
import { isFormName } from '../../report/forms.ts'
import { ResultCollector } from '../../report/from-vitest.ts'
import { reportFile } from '../../report/record/report-file.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import { reportOfRun } from '../../run/report-of-run.ts'
import { type WantedReport, writeReports } from '../report-option.ts'
import type { RunSofar, Said } from './said.ts'
import { wantedIn } from './wanted-in.ts'

/**
 * Writes the reports of a command whose process has ended before it had closed its record: they say that they are
 * incomplete, why, and what had been tried by then.
 *
 * @param words the command line, for a command that has not come so far as to say what it writes.
 */
export async function writeIncomplete(
  { files, runs }: Said,
  words: readonly string[],
  why: string,
): Promise<void> {
  const wanted = files === undefined ? await wantedIn(words) : reportsAmong(files.reports)
  await writeReports(reportFile(runs.map(reportSofar), [why]), wanted)
  for (const path of files?.others ?? []) await rm(path, { force: true })
}

function reportsAmong(reports: NonNullable<Said['files']>['reports']): readonly WantedReport[] {
  return reports.flatMap(({ form, ...file }) => (isFormName(form) ? [{ form, ...file }] : []))
}

function reportSofar({ planned, heard, tried, report }: RunSofar): RunReport {
  if (report !== undefined) return report
  const collector = new ResultCollector()
  for (const each of tried) collector.add(each)
  return reportOfRun(planned, collector, {
    trouble: ['the run was cut short'],
    // A thorough run has more than one; which of them this was in the midst of is in no report.
    rounds: 1,
    milliseconds: Math.round(performance.now() - heard),
  })
}
