import type { Waiver } from '../../contracts/waiver.ts'
import type { CaseFacts } from './case-facts.ts'
import type { FailedCase } from './failed-case.ts'
import type { CheckResult } from './found/result.ts'
import type { MetInvariant } from './invariants/met.ts'
import type { Part } from './part.ts'
import type { SessionOptions } from './session/open-session.ts'

/** How a check is run: everything that its verdict depends on. */
export interface RunOptions extends Omit<SessionOptions, 'name'> {
  /** Same seed, same connector: same verdict. */
  readonly seed: number
  /** How many made cases a check tries; those that are always tried come on top. */
  readonly runs: number
  /** How many smaller cases are tried, once one has failed. */
  readonly shrinks: number
  /** So many of a check's listed cases are tried, those that tell most; all of them by default. */
  readonly most?: number | undefined
  /** Whether a violation is explained, which takes further calls; by default it is. */
  readonly explained?: boolean
  /** Made cases alone, for a further round: what is always tried was tried with another seed. */
  readonly madeAlone?: boolean
  /**
   * Cases of earlier runs, by the check's name: tried before everything else. They count only where
   * nothing else fails, so that what is found otherwise is the same for those who have none.
   */
  readonly stored?: Readonly<Record<string, readonly StoredCase[]>>
  /** The waivers that are in force, of whatever clause. */
  readonly waivers?: readonly Waiver[]
  /** The names of the invariants that every answer is held against; undefined: none. */
  readonly invariants?: readonly string[] | undefined
  /** Of the check's cases these alone; undefined: all. Listed cases before made ones begin at their first. */
  readonly part?: Part | undefined
  /** How many cases of the check may be under way at once now, where it waits but little; one by default. */
  readonly atOnce?: () => number
  /** Whether the time of the run is spent: then no further case is tried. */
  readonly isOver?: () => boolean
  /** Given, before the first case and where the check begins anew, what tells at any time what has been found so far. */
  readonly begun?: (sofar: () => CheckResult) => void
  /** Told of every case as it ends, but for those of earlier runs. */
  readonly caseEnded?: (facts: CaseFacts) => void
  /** Told what the answers of every case say of the invariants, and its place where it was made. */
  readonly caseMet?: (example: unknown, met: Met, made: number | undefined) => void
}

/** What the answers of a case say of the invariants. */
export interface Met {
  readonly met: readonly MetInvariant<FailedCase>[]
}

/** A case that failed in an earlier run. */
export interface StoredCase {
  readonly id: string
  readonly example: unknown
  /** The invariant that an answer of it broke; absent where the check's own claim did not hold. */
  readonly invariant?: string
  /** How often it is tried, where it does not fail each time; absent: once. */
  readonly tries?: number
}
