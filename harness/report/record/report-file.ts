import * as z from 'zod'
import { CLAUSE_OUTCOMES, exitCodeOf, type RunReport } from './run-report.ts'
import { RunReportSchema } from './run-report-schema.ts'
import { Count } from './violation-schema.ts'

/** Goes up with every change of the record that a reader would stumble over. */
export const REPORT_VERSION = 2

const Closing = z.strictObject({
  complete: z.boolean().describe('Whether every run has a verdict, and nothing else is amiss.'),
  exitCode: z.literal([0, 1, 3]),
  runs: Count,
  clauses: z.record(z.enum(CLAUSE_OUTCOMES), Count).describe('How many clauses, over all runs.'),
  violations: Count,
  milliseconds: z.number().min(0),
  trouble: z
    .array(z.string())
    .exactOptional()
    .describe('Why the report is incomplete, where that is said by none of its runs.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional()
    .describe(
      'Of the report as JSON without spaces and without this member: by it one that was edited is known.',
    ),
})
export type Closing = z.infer<typeof Closing>

/** The report of one command: its runs, and at the very end what tells that nothing is missing. */
export const ReportFile: z.ZodType<ReportFile> = z.strictObject({
  version: z.literal(REPORT_VERSION),
  runs: z.array(RunReportSchema),
  closing: Closing.exactOptional().describe('Without it the report counts as incomplete.'),
})

export interface ReportFile {
  readonly version: typeof REPORT_VERSION
  readonly runs: readonly RunReport[]
  readonly closing?: Closing
}

/**
 * The report of runs that have come to their end, with or without a verdict.
 *
 * @param trouble why it is incomplete beyond what its runs say: a connector did not start, say.
 */
export function reportFile(
  runs: readonly RunReport[],
  trouble: readonly string[] = [],
): ReportFile {
  return { version: REPORT_VERSION, runs, closing: closingOf(runs, trouble) }
}

/** A report that is still being made: whatever ends the command now leaves one that says that it is incomplete. */
export function unfinishedReport(runs: readonly RunReport[]): ReportFile {
  return { version: REPORT_VERSION, runs }
}

/** The same report, incomplete for reasons that have come up since. */
export function withTrouble(report: ReportFile, trouble: readonly string[]): ReportFile {
  if (report.closing === undefined || trouble.length === 0) return report
  return reportFile(report.runs, [...(report.closing.trouble ?? []), ...trouble])
}

/** The exit code of a report: the highest of its runs', and 3 where it has not been brought to its end. */
export function exitCodeOfFile({ runs, closing }: ReportFile): 0 | 1 | 3 {
  const isWhole = closing?.complete === true && closing.runs === runs.length
  return isWhole ? highest([...runs.map(exitCodeOf), closing.exitCode]) : 3
}

/** Several reports as one, which is incomplete where one of them is. */
export function togetherInOne(reports: readonly ReportFile[]): ReportFile {
  const [first, ...others] = reports
  if (first !== undefined && others.length === 0) return first
  const trouble = reports.flatMap(({ closing }) => closing?.trouble ?? [])
  const whole = reportFile(
    reports.flatMap(({ runs }) => runs),
    trouble,
  )
  const { closing: _, ...cut } = whole
  const isClosed = reports.every(({ runs, closing }) => closing?.runs === runs.length)
  return isClosed ? whole : cut
}

function closingOf(runs: readonly RunReport[], trouble: readonly string[]): Closing {
  const outcomes = runs.flatMap(({ clauses }) => clauses.map(({ outcome }) => outcome))
  // Where nothing was run, nothing is known.
  const complete =
    trouble.length === 0 && runs.length > 0 && runs.every((run) => exitCodeOf(run) !== 3)
  const counts = CLAUSE_OUTCOMES.map((outcome) => [
    outcome,
    outcomes.filter((each) => each === outcome).length,
  ])
  return {
    complete,
    exitCode: complete ? highest(runs.map(exitCodeOf)) : 3,
    runs: runs.length,
    clauses: Object.fromEntries(counts),
    violations: runs.reduce((sum, { violations }) => sum + violations.length, 0),
    milliseconds: runs.reduce((sum, { timings }) => sum + timings.milliseconds, 0),
    ...(trouble.length === 0 ? {} : { trouble: [...trouble] }),
  }
}

function highest(codes: readonly (0 | 1 | 3)[]): 0 | 1 | 3 {
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0
}
