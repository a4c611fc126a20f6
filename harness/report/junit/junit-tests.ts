import { clauseOf } from '../../../contracts/clauses.ts'
import type { Method } from '../../../contracts/method.ts'
import { brief } from '../brief/brief-json.ts'
import { plainBlock } from '../lines/plain-block.ts'
import {
  type ClauseReport,
  isFailing,
  type ReportedViolation,
  type RunReport,
} from '../record/run-report.ts'
import { failedBehind } from '../words/failed-words.ts'
import { titleOf } from '../words/title-words.ts'
import { triedWords } from '../words/tried-words.ts'
import { waivedWords } from '../words/waiver-words.ts'

/** What became of a test. `error` is trouble of the harness, of which the connector is not accused. */
export type TestState =
  | { readonly kind: 'passed'; readonly note?: string }
  | {
      readonly kind: 'failure'
      readonly type: string
      readonly message: string
      readonly text: string
    }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'skipped'; readonly message: string }

/** A clause and a method that it speaks of, as a test. */
export interface JunitTest {
  readonly name: string
  readonly clause: ClauseReport['clause']
  /** Of the time that the clause's checks took, a part by the number of its cases. */
  readonly seconds: number
  readonly state: TestState
}

/** Of what was expected and found; the text below it says more. */
const LONGEST_MESSAGE = 320

/** A test for each clause of a run and each method that the clause speaks of, in the order of the contract. */
export function junitTests(run: RunReport): readonly JunitTest[] {
  return run.clauses.flatMap((clause) => testsOf(clause, run))
}

function testsOf(report: ClauseReport, run: RunReport): readonly JunitTest[] {
  const { clause } = report
  const rows = run.coverage.clauses.filter((row) => row.clause === clause)
  const violations = run.violations.filter((violation) => violation.clause === clause)
  const broken = violations.map(brokenMethod)
  const methods = new Set([
    ...clauseOf(clause).methods,
    ...rows.map(({ method }) => method),
    ...broken,
  ])
  const tried = (method: Method | undefined) =>
    rows.find((row) => row.method === method)?.tried ?? 0
  const all = rows.reduce((sum, row) => sum + row.tried, 0)
  const seconds = secondsOf(clause, run)
  return [...methods].map((method) => ({
    name: method === undefined ? clause : `${clause} ${method}`,
    clause,
    seconds: all === 0 ? 0 : (seconds * tried(method)) / all,
    state: stateOf(
      report,
      violations.filter((violation) => brokenMethod(violation) === method),
      tried(method) === 0 ? (method ?? '') : undefined,
      run.strict,
    ),
  }))
}

function secondsOf(clause: string, { checks, timings }: RunReport): number {
  const own = checks.filter((each) => each.clause === clause).map(({ check }) => check)
  const spent = timings.checks.filter(({ check }) => own.includes(check))
  return spent.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000
}

/** Undefined where no call was made. */
function brokenMethod({ transcript }: ReportedViolation): Method | undefined {
  return transcript.at(-1)?.method
}

function stateOf(
  report: ClauseReport,
  violations: readonly ReportedViolation[],
  untried: string | undefined,
  strict: boolean,
): TestState {
  const { outcome, reason = '' } = report
  const tried = triedWords(report)
  const text = violations.map((violation) => plainBlock(violation).join('\n')).join('\n\n')
  const failing = violations.filter((violation) => isFailing(violation, strict))
  const [first] = failing
  if (first !== undefined) {
    return { kind: 'failure', type: first.level, message: failing.map(messageOf).join('; '), text }
  }
  if (outcome === 'undecided') return { kind: 'error', message: reason }
  if (outcome === 'not-shown') return { kind: 'error', message: `not shown to hold: ${reason}` }
  const waived = violations.flatMap(({ waiver }) => waiver ?? [])
  if (waived.length > 0) {
    return { kind: 'skipped', message: [...new Set(waived.map(waivedWords))].join('; ') }
  }
  switch (outcome) {
    case 'not-applicable':
    case 'left-out':
    case 'no-check':
      return { kind: 'skipped', message: reason }
    default:
      if (violations.length > 0) return { kind: 'passed', note: `SHOULD not met\n${text}` }
      if (untried === undefined) {
        return tried === undefined ? { kind: 'passed' } : { kind: 'passed', note: `${tried} cases` }
      }
      return { kind: 'skipped', message: `no case of it was decided by a call of ${untried}` }
  }
}

function messageOf(violation: ReportedViolation): string {
  const { expected, actual, failed } = violation
  return `${titleOf(violation)}: expected ${brief(expected, LONGEST_MESSAGE)}, got ${brief(actual, LONGEST_MESSAGE)}${failedBehind(failed)}`
}
