import { stripVTControlCharacters } from 'node:util'
import { FORMS, type FormName, inForm } from '../../harness/report/forms.ts'
import type { ReportFile } from '../../harness/report/record/report-file.ts'
import { terminalReport } from '../../harness/report/terminal/terminal.ts'

/** Where samples are, from the project's folder. */
export const SAMPLES = 'docs/samples/'
export const RECORD = `${SAMPLES}report.json`

const NAMES: Readonly<Record<FormName, string>> = {
  json: 'report.json',
  junit: 'junit.xml',
  markdown: 'report.md',
  html: 'report.html',
  sarif: 'report.sarif',
  badge: 'badge.json',
  github: 'annotations.txt',
  verdicts: 'verdicts.json',
}

/** A sample of each form of a report, by its path: all of them made of one record. */
export function sampleFiles(report: ReportFile): Readonly<Record<string, string>> {
  const terminal = report.runs.map((run) => terminalReport(run, { matrix: true })).join('')
  const forms = (Object.keys(FORMS) as FormName[]).map((form) => [
    `${SAMPLES}${NAMES[form]}`,
    inForm(form, report, { whole: 'report.json' }),
  ])
  return {
    [`${SAMPLES}terminal.txt`]: stripVTControlCharacters(terminal),
    ...Object.fromEntries(forms),
  }
}
