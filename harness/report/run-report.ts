import type { Level } from '../../contracts/clause.ts'
import type { ClauseId } from '../../contracts/clauses.ts'
import type { Driver } from '../drivers/driver.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'
import type { Mode } from '../kit/requests.ts'
import type { Violation } from '../kit/result.ts'
import type { Profile } from '../run/effort.ts'

/** What a run says of one clause. */
export type ClauseOutcome =
  /** Every check of it held. */
  | 'held'
  /** A MUST of it is broken. */
  | 'violated'
  /** Only its SHOULD is broken. */
  | 'advised'
  /** It says nothing about such a connector. */
  | 'not-applicable'
  /** The user left it out. */
  | 'left-out'
  /** The harness has no check for it: nothing is known. */
  | 'no-check'
  /** A check of it could not be finished. */
  | 'undecided'

export interface ClauseReport {
  readonly clause: ClauseId
  readonly level: Level
  readonly outcome: ClauseOutcome
  /** Cases tried, over all of the clause's checks. */
  readonly cases: number
  /** Listed cases that a slow connector left no time for; absent where there are none. */
  readonly leftOut?: number
  /** Why it was not judged, where it was not. */
  readonly reason?: string
}

/** The one record of a run, as plain JSON; every form of report derives from it. */
export interface RunReport {
  readonly version: 1
  readonly tool: string
  readonly target: string
  readonly driver: Driver['kind']
  /** What the driver neither shows nor carries, a line each; absent where there is no such thing. */
  readonly limits?: readonly string[]
  readonly mode: Mode
  readonly scheme: 'http' | 'https'
  readonly seed: number
  readonly profile: Profile
  /** Made cases for each check that makes any, in each round. */
  readonly runs: number
  /** More than one in a thorough run: each has a seed of its own, from `seed` up. */
  readonly rounds: number
  /** What a call of the connector was found to cost: a time, so that it differs between runs. */
  readonly callMilliseconds: number
  readonly strict: boolean
  readonly clauses: readonly ClauseReport[]
  readonly violations: readonly ReportedViolation[]
  /** What each method did under each kind of fault; empty where that was not tried. */
  readonly matrix: readonly MatrixCell[]
  /** Why the run has no verdict; empty where it has one. */
  readonly trouble: readonly string[]
  readonly milliseconds: number
}

/** A violation with the commands that bring it back. */
export interface ReportedViolation extends Violation {
  /** What it is called; see failureId. */
  readonly id: string
  /** Runs its clause again, on any machine. */
  readonly again: string
  /** Runs the very case again, where it has been kept. */
  readonly replay?: string
  /** Brings back by hand the call that failed, where it has been kept. */
  readonly reproduce?: string
}

/**
 * The exit code of a run. 0: every MUST holds (and every SHOULD under `--strict`). 1: one does not.
 * 3: the run could not be completed, whatever it had found by then.
 */
export function exitCodeOf(report: RunReport): 0 | 1 | 3 {
  if (report.trouble.length > 0) return 3
  const failing = report.clauses.some(
    ({ outcome }) => outcome === 'violated' || (report.strict && outcome === 'advised'),
  )
  return failing ? 1 : 0
}
