import { InvalidArgumentError } from 'commander'
import { UsageError } from '../errors.ts'
import type { FormContext } from '../report/form-context.ts'
import { FORMS, type FormName, inForm, isFormName } from '../report/forms.ts'
import type { ReportFile } from '../report/report-file.ts'
import { requireWritable, writeWhole } from '../report/write-whole.ts'

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
 * Writes a report in all of these forms, each file whole or not at all.
 *
 * @param context what they may say beyond the record: the file that holds the whole, where it is none of these
 * @throws UsageError where a file cannot be written.
 */
export async function writeReports(
  report: ReportFile,
  wanted: readonly WantedReport[],
  context: FormContext = {},
): Promise<void> {
  const whole = wanted.find(({ form, path }) => form === 'json' && path !== '-')?.path
  for (const { form, path, option } of wanted) {
    const text = inForm(form, report, { whole, ...context })
    if (path === '-') process.stdout.write(text)
    else await writeWhole(path, text, option)
  }
}
