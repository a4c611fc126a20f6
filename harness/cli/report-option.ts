import { InvalidArgumentError } from 'commander'
import { ConnectorContractError, UsageError } from '../errors.ts'
import type { FormContext } from '../report/comparison/form-context.ts'
import { FORMS, type FormName, inForm, isFormName } from '../report/forms.ts'
import { type ReportFile, withTrouble } from '../report/record/report-file.ts'
import { print } from './print.ts'
import { requireWritable } from './write-whole.ts'
import { writeForGood } from './written-files.ts'

/** One file that is to be made of a report. */
export interface WantedReport {
  readonly form: FormName
  /** `-`: standard output. */
  readonly path: string
  /** As the user has said it. */
  readonly option: string
}

/** What the option does, for help. */
export const REPORT_OPTION = `write the report as a file: form is one of ${Object.keys(FORMS).join(', ')}; may be repeated`

/** Takes `FORM=FILE`, and may be repeated. */
export function wantedReport(
  text: string,
  previous: readonly WantedReport[] = [],
): readonly WantedReport[] {
  const [, form = '', path = ''] = /^([^=]*)=(.+)$/s.exec(text) ?? []
  if (path === '') {
    throw new InvalidArgumentError('It must be a form, "=" and a file, as in junit=report.xml.')
  }
  if (!isFormName(form)) {
    const known = Object.keys(FORMS).join(', ')
    throw new InvalidArgumentError(`There is no form "${form}"; there are ${known}.`)
  }
  return [...previous, { form, path, option: `--report ${text}` }]
}

/** All that is wanted: `--json FILE` is short for `--report json=FILE`. */
export function wantedReports({
  json,
  report = [],
}: {
  readonly json?: string
  readonly report?: readonly WantedReport[]
}): readonly WantedReport[] {
  if (json === undefined) return report
  return [{ form: 'json', path: json, option: `--json ${json}` }, ...report]
}

/**
 * Checks that all of them can be written.
 *
 * @throws UsageError where one cannot, or two would be one file.
 */
export async function requireReports(wanted: readonly WantedReport[]): Promise<void> {
  for (const [index, { path, option }] of wanted.entries()) {
    const other = wanted.slice(0, index).find((each) => each.path === path)
    if (other !== undefined) {
      throw new UsageError(`${other.option} and ${option} would be one file`, {
        hint: 'Give each form a file of its own.',
      })
    }
    if (path !== '-') await requireWritable(path, option)
  }
}

/**
 * Writes a report in all of these forms, each file whole or not at all. Where some cannot be written, the others
 * say so.
 *
 * @param context what they may say beyond the record: the file that holds the whole, where it is none of these
 * @returns the report as it was written; a line on standard error says what was not.
 */
export async function writeReports(
  report: ReportFile,
  wanted: readonly WantedReport[],
  context: FormContext = {},
): Promise<ReportFile> {
  const whole = wanted.find(({ form, path }) => form === 'json' && path !== '-')?.path
  const failed = new Map<WantedReport, string>()
  for (const each of wanted) {
    const why = await whyNotWritten(each, inForm(each.form, report, { whole, ...context }))
    if (why !== undefined) failed.set(each, why)
  }
  if (failed.size === 0) return report
  for (const why of failed.values()) process.stderr.write(`error: ${why}\n`)
  const others = wanted.filter((each) => each.path !== '-' && !failed.has(each))
  return writeReports(withTrouble(report, [...failed.values()]), others, { whole, ...context })
}

async function whyNotWritten(
  { path, option }: WantedReport,
  text: string,
): Promise<string | undefined> {
  if (path === '-') return print(text)
  try {
    await writeForGood(path, text, option)
    return undefined
  } catch (error) {
    if (error instanceof ConnectorContractError) return error.message
    throw error
  }
}
