import * as z from 'zod'
import { UsageError } from '../../errors.ts'
import { parseGiven } from '../../text/json-depth.ts'
import { REPORT_VERSION, ReportFile } from './report-file.ts'

/** How a report begins, whatever became of its end. */
const BEGINNING = /^\s*\{\s*"version": *(\d+),\s*"runs": *\[/
/** How a run of it ends, and where its closing record begins, by their indentation. */
const END_OF_RUN = '\n    }'
const CLOSING = '\n  "closing"'

const AnyVersion = z.looseObject({ version: z.number(), runs: z.array(z.unknown()) })

/**
 * A report out of the text of its file. Of one that is cut off, the runs that are whole are read; it has no
 * closing record, so that it counts as incomplete.
 *
 * @param name how messages name the file.
 * @throws UsageError where it is no report, or of another version.
 */
export function readReportFile(text: string, name: string): ReportFile {
  const json = jsonOf(text) ?? jsonOf(withoutItsCut(text))
  const any = AnyVersion.safeParse(json)
  if (!any.success) throw noReport(name, 'it does not begin as one')
  if (any.data.version !== REPORT_VERSION) throw ofAnotherVersion(name, any.data.version)
  const report = ReportFile.safeParse(json)
  // As it was written, and not in the order of the schema.
  if (report.success) return json as ReportFile
  const [issue] = report.error.issues
  throw noReport(name, [issue?.path.join('.'), issue?.message].join(': '))
}

function jsonOf(text: string): unknown {
  try {
    return parseGiven(text)
  } catch {
    return undefined
  }
}

/** The beginning of a report up to the last run that is whole, as a report without its closing record. */
function withoutItsCut(text: string): string {
  const beginning = BEGINNING.exec(text)?.[0]
  if (beginning === undefined) return ''
  const closing = text.indexOf(CLOSING)
  const end = text.lastIndexOf(END_OF_RUN, closing === -1 ? text.length : closing)
  const runs = end < beginning.length ? beginning : text.slice(0, end + END_OF_RUN.length)
  return `${runs}]}`
}

const HINT = 'Give a file that `connector-contract verify --json FILE` has written.'

function noReport(name: string, why: string): UsageError {
  return new UsageError(`${name} is not a report of verify: ${why}`, { hint: HINT })
}

function ofAnotherVersion(name: string, version: number): UsageError {
  return new UsageError(
    `${name} is a report of version ${version}, and this tool reads version ${REPORT_VERSION}`,
    { hint: 'Read it with the version of connector-contract that has written it.' },
  )
}
