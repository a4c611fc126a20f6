import { rm } from 'node:fs/promises'
import { isFormName } from '../../report/forms.ts'
import { ResultCollector } from '../../report/from-vitest.ts'
import { reportFile } from '../../report/record/report-file.ts'
import type { RunReport } from '../../report/record/run-report.ts'
import { reportOfRun } from '../../run/report-of-run.ts'
import { writeReports } from '../report-option.ts'
import type { RunSofar, Said } from './said.ts'

/**
 * Writes the reports of a command whose process has ended before it had closed its record: they say that they are
 * incomplete, why, and what had been tried by then.
 */
export async function writeIncomplete({ files, runs }: Said, why: string): Promise<void> {
  if (files === undefined) return
  const wanted = files.reports.flatMap(({ form, ...file }) =>
    isFormName(form) ? [{ form, ...file }] : [],
  )
  await writeReports(reportFile(runs.map(reportSofar), [why]), wanted)
  for (const path of files.others) await rm(path, { force: true })
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
