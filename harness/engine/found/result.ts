import type { Level } from '../../../contracts/clause.ts'
import type { ClauseId } from '../../../contracts/clauses.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Snapshot } from '../../../mock-datasource/index.ts'
import type { MatrixCell } from '../../kit/matrix-cell.ts'
import type { RepeatableCall, TranscriptCall } from '../session/transcript.ts'
import type { Extent } from './extent.ts'

/** What one check says of one connector, as plain JSON, and what the answers that it met say of the invariants. */
export type CheckResult = CheckVerdict & {
  readonly answers?: JudgedAnswers
  /** The time of the run was spent before all of its cases were tried; `leftOut` counts the others too. */
  readonly cutShort?: true
}

type CheckVerdict =
  | {
      readonly state: 'held'
      readonly cases: number
      /** Listed cases for which the profile is too short; absent where there are none. */
      readonly leftOut?: number
      /** The ids of the stored cases that held too; absent where there are none. */
      readonly fixed?: readonly string[]
      /** The cells of the fault matrix; absent from every check but the one that fills it. */
      readonly matrix?: readonly MatrixCell[]
    }
  | {
      readonly state: 'violated'
      readonly cases: number
      readonly leftOut?: number
      readonly violation: Violation
      /** Calls took long wherever it failed, so that a busy machine may be why; absent where not. */
      readonly restsOnTime?: true
      /** What else is violated and waived; absent where there is nothing. */
      readonly waived?: readonly WaivedViolation[]
      readonly matrix?: readonly MatrixCell[]
    }
  /** The clause does not hold, in nothing that no waiver covers. */
  | {
      readonly state: 'waived'
      readonly cases: number
      readonly leftOut?: number
      readonly waived: readonly WaivedViolation[]
      /** A waiver of the whole clause covers it, so that nothing was looked for behind it; else absent. */
      readonly isLast?: true
      readonly matrix?: readonly MatrixCell[]
    }
  | NotShown
  | { readonly state: 'not-applicable'; readonly reason: string }
  /** The harness could not finish the check: no verdict, and the run is incomplete. */
  | { readonly state: 'undecided'; readonly reason: string }

/** No case failed, and none had in it what the check is about. */
export interface NotShown {
  readonly state: 'not-shown'
  readonly cases: number
  readonly leftOut?: number
  readonly reason: string
  readonly matrix?: readonly MatrixCell[]
}

/** A violation that waivers cover. */
export interface WaivedViolation {
  readonly violation: Violation
  /** Their places among the waivers that are in force; never empty. */
  readonly by: readonly number[]
}

/** How many answers of one method an invariant judged, and how many of these broke it. */
export interface AnswerTally {
  readonly judged: number
  readonly broken: number
}

/** What one invariant was held against. */
export interface InvariantCount {
  /** Cases that gave at least one answer which it judged. */
  readonly cases: number
  /** What these answers asked of the data source. */
  readonly requests: number
  readonly methods: Readonly<Partial<Record<Method, AnswerTally>>>
}

/** An invariant that does not hold, with the smallest case that the check met; `by` is empty where no waiver covers it. */
export type BrokenInvariant = WaivedViolation

/** What the answers that one check met say of the invariants. Plain JSON. */
export interface JudgedAnswers {
  /** By the invariant's name. */
  readonly counts: Readonly<Record<string, InvariantCount>>
  readonly broken: readonly BrokenInvariant[]
  /** The ids of those stored cases in which the invariant that they had broken holds now. */
  readonly fixed?: readonly string[]
}

/** A clause that does not hold, with the smallest case that shows it. Plain JSON, secrets masked. */
export interface Violation {
  readonly clause: ClauseId
  readonly check: string
  /** The invariant that an answer broke which the check met; absent where the check's own claim does not hold. */
  readonly invariant?: string
  /**
   * The invariant of the same clause that an answer of the same case broke: one cause, of which the invariant tells.
   * Absent where there is none.
   */
  readonly repeats?: string
  readonly level: Level
  readonly claim: string
  readonly expected: string
  readonly actual: string
  /** What the call did, behind its name, where `actual` is too long for a title. */
  readonly happened?: string
  /** What is known to go wrong so, as clauses of a sentence; empty where nothing fits every call. */
  readonly explanation: readonly string[]
  /** How far it reaches; absent where no case but those that look for a smaller one failed. */
  readonly extent?: Extent
  /** The smallest failing case: the data source's state and the calls. */
  readonly counterexample: unknown
  readonly seed: number
  readonly transcript: readonly TranscriptCall[]
  /**
   * The call whose answer broke the clause, with marks in place of credentials; undefined where none was
   * made, or none that can be made again elsewhere.
   */
  readonly latestCall?: RepeatableCall | undefined
  /** The kinds of the faults that struck the requests of that call; absent where none did. */
  readonly faults?: readonly string[]
  /** The state of the data source before that call, without its accounts, marks in place of credentials. */
  readonly snapshot: Snapshot
  /** How often this very case failed; absent: each time that it was tried. */
  readonly failed?: FailedTimes
}

/** How often a case failed, of the times that it was tried. */
export interface FailedTimes {
  readonly failed: number
  readonly of: number
}

/** All of its own claim that a check found to be violated, waived or not. */
export function violationsIn(result: CheckResult): readonly Violation[] {
  const waived = waivedIn(result).map(({ violation }) => violation)
  return result.state === 'violated' ? [result.violation, ...waived] : waived
}

/** What of its own claim a check found to be violated and waived. */
export function waivedIn(result: CheckResult): readonly WaivedViolation[] {
  return 'waived' in result ? (result.waived ?? []) : []
}
