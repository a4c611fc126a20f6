import { relative } from 'node:path'
import { brief } from '../../report/brief/brief-json.ts'
import { compareReports } from '../../report/comparison/compare-reports.ts'
import { comparisonReport } from '../../report/comparison/comparison-lines.ts'
import type { ReportFile } from '../../report/record/report-file.ts'
import type { ReportedViolation, RunReport } from '../../report/record/run-report.ts'
import { verdictWords } from '../../report/words/verdict-words.ts'
import { style } from '../../text/style.ts'
import { visible } from '../../text/visible.ts'
import type { VerifyEnd } from '../verify-process.ts'

/** Of what was expected and found. */
const LONGEST = 60
/** More are counted. */
const MOST = 3

/** What a round has changed in the verdict, in a few lines, and that the next change is waited for. */
export function roundWords(
  { exitCode, report }: VerifyEnd,
  earlier: ReportFile | undefined,
): string {
  const waiting = style('dim', 'Waiting for changes. Ctrl-C ends.\n')
  if (report === undefined) return `${verdictLess(exitCode)}\n${waiting}`
  const verdicts = report.runs
    .map((run) => `${visible(run.target)} ${verdictWords(run)}\n`)
    .join('')
  if (exitCode === 3) return [...report.runs.flatMap(troubleLines), verdicts, waiting].join('')
  if (earlier === undefined) return `${verdicts}${waiting}`
  const comparison = compareReports(report, earlier, 'the run before')
  const fresh = comparison.runs.flatMap(({ newlyBroken }) => newlyBroken.map(({ check }) => check))
  const violations = report.runs.flatMap((run) =>
    run.violations.filter(({ check, waiver }) => waiver === undefined && fresh.includes(check)),
  )
  return [
    comparisonReport(comparison).trimEnd(),
    '\n',
    ...freshLines(violations),
    verdicts,
    waiting,
  ].join('')
}

function freshLines(violations: readonly ReportedViolation[]): readonly string[] {
  const more = violations.length - MOST
  return [
    ...violations.slice(0, MOST).map(({ check, expected, actual, replay, again }) => {
      const words = `${check}: expected ${brief(expected, LONGEST)}, got ${brief(actual, LONGEST)}`
      return `  ${style('red', '✗')} ${visible(words)}\n    ${replay ?? again}\n`
    }),
    ...(more > 0 ? [`    and ${more} more\n`] : []),
  ]
}

function troubleLines({ trouble }: RunReport): readonly string[] {
  const more = trouble.length - MOST
  const lines = trouble.slice(0, MOST).map((each) => `  ${visible(each)}\n`)
  return more > 0 ? [...lines, `  and ${more} more\n`] : lines
}

function verdictLess(exitCode: number): string {
  return exitCode === 2 ? 'verify was not run: see above' : 'no verdict: see above'
}

/** `my-connector.ts changed` */
export function changedWords(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map(named)
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `\n${style('bold', `${first}${more} changed`)}\n`
}

/** Said where a run changes what is watched. */
export function selfMadeWords(paths: readonly string[]): string {
  return style(
    'dim',
    `${paths.map(named).join(', ')} changed while verify ran, as before: that starts no run.\n`,
  )
}

function named(path: string): string {
  return visible(relative(process.cwd(), path))
}
