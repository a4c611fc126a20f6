import type { Level } from '../../../contracts/clause.ts'
import type { ClauseId } from '../../../contracts/clauses.ts'
import type { NamedBy } from '../../../contracts/data-source/named-by.ts'
import type {
  Declarations,
  DeclaredBy,
  GivenDeclarations,
} from '../../../contracts/declarations.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Waiver } from '../../../contracts/waiver.ts'
import type { PlannedDataSource } from '../../data-source/data-source-ref.ts'
import type { Driver } from '../../drivers/driver.ts'
import type { CallTimes } from '../../engine/found/call-times.ts'
import type { Coverage, Tally } from '../../engine/found/coverage.ts'
import type { Violation } from '../../engine/found/result.ts'
import type { Plan } from '../../engine/plan.ts'
import type { Profile } from '../../engine/profile.ts'
import type { MatrixCell } from '../../kit/matrix-cell.ts'
import type { Mode } from '../../kit/requests.ts'
import type { Cases } from './cases.ts'
import type { CheckState } from './check-state.ts'
import type { ShardReport } from './shard-report.ts'

/** What a run says of one clause. */
export type ClauseOutcome = (typeof CLAUSE_OUTCOMES)[number]

export const CLAUSE_OUTCOMES = [
  /** Every check of it held. */
  'held',
  /** A MUST of it is broken. */
  'violated',
  /** Only its SHOULD is broken. */
  'advised',
  /** Broken, but in nothing that no waiver covers. */
  'waived',
  /** It says nothing about such a connector. */
  'not-applicable',
  /** The user left it out. */
  'left-out',
  /** The harness has no check for it: nothing is known. */
  'no-check',
  /** Every check of it ran, and one of them never saw what it judges. */
  'not-shown',
  /** A check of it could not be finished. */
  'undecided',
] as const

export interface ClauseReport {
  readonly clause: ClauseId
  readonly level: Level
  readonly outcome: ClauseOutcome
  /** Over all of the clause's checks. */
  readonly cases: Cases
  /** What the outcome was judged by, where that is more than its cases: a claim that is held against every answer. */
  readonly restsOn?: RestsOn
  /** Why it was not judged, where it was not. */
  readonly reason?: string
}

/** What the outcome of a clause was judged by, in numbers. */
export interface RestsOn {
  readonly cases: number
  readonly answers: number
  readonly requests: number
}

/** What one planned check says of the connector. */
export interface CheckReport {
  readonly check: string
  readonly clause: ClauseId
  readonly level: Level
  readonly claim: string
  readonly state: CheckState
  readonly cases: Cases
  /** Why there is no verdict, where there is none. */
  readonly reason?: string
}

/** What was asked for, beside what the record says of seed, profile, scheme and `strict`. */
export interface AskedFor {
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** Made cases for each check; null: what the profile comes to. */
  readonly runs: number | null
  /** How long the run might go on; null: to its end. */
  readonly budgetSeconds: number | null
  /** How long one call may take. */
  readonly timeoutSeconds: number
  /** What the user declared; the module may say more of itself. */
  readonly declarations: GivenDeclarations
  /** The data source as it was named: by its name, or by a path from the folder of the run; absent where it was not. */
  readonly dataSource?: string
  /** The day by which waivers count, where the user named one. */
  readonly today?: string
  /** What every connection and configuration held beside the usual. Texts of a configuration may be secrets: `***`. */
  readonly passed?: {
    readonly connection?: Readonly<Record<string, unknown>>
    readonly configuration?: Readonly<Record<string, unknown>>
  }
}

/** All that differs between two runs that say the same. */
export interface Timings {
  /** When the run began: ISO 8601, UTC. */
  readonly started: string
  readonly milliseconds: number
  /** What a call of the connector was found to cost. */
  readonly callMilliseconds: number
  /** What the first cost, which had a process started for it in any case. */
  readonly firstCallMilliseconds?: number
  /** Workers side by side. */
  readonly jobs: number
  /** Of each check that ran, from its start to its end, others beside it. */
  readonly checks: readonly {
    readonly check: string
    readonly tried: number
    readonly milliseconds: number
  }[]
  /** What was late, and not any more when it was tried alone: a sentence each; absent where nothing was. */
  readonly notes?: readonly string[]
  /** Where the time of each method's calls went; absent where that was not taken. */
  readonly calls?: readonly CallTimes[]
}

/** What was tried with what; see Coverage. */
export interface ReportedCoverage extends Pick<Coverage, 'faults' | 'codes'> {
  /** Every method that a clause speaks of, tried or not. */
  readonly clauses: readonly (Tally & { readonly clause: ClauseId; readonly method: Method })[]
}

export const WAIVER_STATES = [
  /** Whatever it covers was tried, and nothing was found: it fails the run. */
  'stale',
  /** Its day has passed, so that it counts as absent. */
  'expired',
  /** A violation that it covers was found. */
  'used',
  /** What it covers was not tried, or not enough to tell. */
  'untried',
] as const

/** What became of a waiver in a run. */
export type WaiverState = (typeof WAIVER_STATES)[number]

export interface WaiverReport extends Waiver {
  readonly state: WaiverState
}

/** The one record of a run, as plain JSON; every form of report derives from it. */
export interface RunReport {
  /** Name and version: `connector-contract 0.1.0`. */
  readonly tool: string
  readonly target: string
  readonly driver: Driver['kind']
  /** The file to look into, relative to the folder of the run: the module's, else the configuration's, else `.`. */
  readonly location: string
  /** The folder of the run, seen from the root of its repository; absent in the root, and where there is none. */
  readonly folder?: string
  /** What the driver neither shows nor carries, a line each; absent where there is no such thing. */
  readonly limits?: readonly string[]
  /** What the connector talks to; the hash is SHA-256 of what the data source says, in 64 hex digits. */
  readonly data_source: Pick<PlannedDataSource, 'name' | 'title' | 'hash'> & {
    /** Absent where nobody says it: then it is the usual one. */
    readonly named_by?: NamedBy
  }
  /** What was taken to hold of the connector, and who says so. */
  readonly declarations: Declarations
  readonly declaredBy: DeclaredBy
  readonly mode: Mode
  readonly scheme: 'http' | 'https'
  readonly seed: number
  readonly profile: Profile
  /** Made cases for each check that makes any, in each round. */
  readonly runs: number
  /** More than one in a thorough run: each has a seed of its own, from `seed` up. */
  readonly rounds: number
  /** Which share of the run this is; absent where it is all of it. */
  readonly shard?: ShardReport
  readonly strict: boolean
  readonly options: AskedFor
  /** The names of the checks that were to run, and those that were not, with the reason. */
  readonly plan: Pick<Plan, 'checks' | 'invariants' | 'providers' | 'leftOut' | 'notApplicable'>
  readonly clauses: readonly ClauseReport[]
  /** The planned checks that have a result. */
  readonly checks: readonly CheckReport[]
  /** Waived ones too. */
  readonly violations: readonly ReportedViolation[]
  /** The waivers that the run was given, and what became of them; absent where there were none. */
  readonly waivers?: readonly WaiverReport[]
  /** What each method did under each kind of fault; empty where that was not tried. */
  readonly matrix: readonly MatrixCell[]
  readonly coverage: ReportedCoverage
  /** Why the run has no verdict; empty where it has one. */
  readonly trouble: readonly string[]
  readonly timings: Timings
}

/** A violation with the commands that bring it back. */
export interface ReportedViolation extends Violation {
  /** The waiver that covers it, so that it does not fail the run; absent where none does. */
  readonly waiver?: Waiver
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
 * The exit code of a run. 0: every MUST holds (and every SHOULD under `--strict`), or is waived. 1: one does
 * not, or a waiver is stale. 3: the run could not be completed, whatever it had found by then or was waived; or
 * nothing fails, and a clause is not shown to hold.
 */
export function exitCodeOf(report: RunReport): 0 | 1 | 3 {
  if (report.trouble.length > 0) return 3
  const { waivers = [] } = report
  const failing = report.clauses.some(
    ({ outcome }) => outcome === 'violated' || (report.strict && outcome === 'advised'),
  )
  if (failing || waivers.some(({ state }) => state === 'stale')) return 1
  return report.clauses.some(({ outcome }) => outcome === 'not-shown') ? 3 : 0
}

/** Whether a violation fails the gate: a MUST does, and a SHOULD under `--strict`, unless it is waived. */
export function isFailing(
  { level, waiver }: Pick<ReportedViolation, 'level' | 'waiver'>,
  strict: boolean,
): boolean {
  return waiver === undefined && (level === 'MUST' || (strict && level === 'SHOULD'))
}
