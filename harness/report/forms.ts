import { annotations } from './annotations/annotations.ts'
import { badgeReport } from './badge/badge.ts'
import type { FormContext } from './comparison/form-context.ts'
import { htmlReport } from './html/html-report.ts'
import { junitReport } from './junit/junit.ts'
import { markdownReport } from './markdown/markdown.ts'
import type { ReportFile } from './record/report-file.ts'
import { sealed } from './record/seal.ts'
import { sarifReport } from './sarif/sarif.ts'
import { verdictsReport } from './verdicts/verdicts.ts'
import { shownRun, withoutUnseen } from './words/shown-run.ts'

/** Makes the text of a file out of a report. */
type Form = (report: ReportFile, context: FormContext) => string

/** Every form of a report that is a file, by the name that `--report` knows it by. */
export const FORMS = {
  json: (report: ReportFile) => `${JSON.stringify(report, null, 2)}\n`,
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
  sarif: sarifReport,
  github: annotations,
  badge: badgeReport,
  verdicts: verdictsReport,
} as const satisfies Readonly<Record<string, Form>>

export type FormName = keyof typeof FORMS

/** The others are JSON, or a page that holds it. */
const AS_TEXT: readonly FormName[] = ['junit', 'markdown', 'github']

export function isFormName(name: string): name is FormName {
  return Object.hasOwn(FORMS, name)
}

/** A report in the form of this name. */
export function inForm(name: FormName, report: ReportFile, context: FormContext): string {
  const form: Form = FORMS[name]
  const whole = sealed(report)
  if (!AS_TEXT.includes(name)) return withoutUnseen(form(whole, context))
  return form({ ...whole, runs: whole.runs.map(shownRun) }, context)
}
