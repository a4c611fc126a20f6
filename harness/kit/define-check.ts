import type { Arbitrary } from 'fast-check'
import type { Level } from '../../contracts/clause.ts'
import { type ClauseId, clauseOf } from '../../contracts/clauses.ts'
import type { Capabilities } from './capabilities.ts'
import { missing, type Need } from './needs.ts'
import type { Session } from './session.ts'

/**
 * What a check must have seen in one of its cases at least, so that it says anything where none of them fails:
 * - `a case`: nothing of the data source, since it is about what is answered without asking that;
 * - `a request`: one that reached an operation of the data source;
 * - `a success`, `a failure`: a call with such a request that ended so;
 * - `a page`: a `results` with such a request that succeeded.
 */
export type Sight = 'a case' | 'a request' | 'a success' | 'a failure' | 'a page'

/** What a check's author writes. */
export interface CheckDefinition<Case> {
  readonly clause: ClauseId
  /** Tells apart several checks of one clause; part of the check's name. */
  readonly aspect?: string
  /** Where this check is of the clause's `should` sentence, SHOULD; else the clause's own level. */
  readonly level?: Level
  /** What must hold, as one sentence. */
  readonly claim: string
  /** Its listed cases mostly wait for a timeout, so that they are tried side by side. */
  readonly waits?: boolean
  /** Its listed cases are the cells of a table: all are tried, also after one has failed. */
  readonly whole?: boolean
  /**
   * The clauses, beside its own, whose invariants get their answers here, so that it runs where one of them alone is asked
   * for: it brings about what any call may meet.
   */
  readonly provides?: readonly ClauseId[]
  /** All that must be there for the check to say anything, in the order in which a lack of it is told. */
  readonly needs?: readonly Need[]
  /**
   * The data source's state and the calls, as plain JSON: so that a case can be stored, printed,
   * replayed and rebuilt. A list is tried whole, an arbitrary is sampled. Made of what the data source has: an
   * empty list says that it has nothing of what the check is about.
   */
  readonly cases: (capabilities: Capabilities) => Arbitrary<Case> | readonly Case[]
  /** Cases that are always tried, before any made ones: where defects of this kind live. */
  readonly always?: (capabilities: Capabilities) => readonly Case[]
  /**
   * What a listed case, or one that is always tried, tells that one case is enough for where not all can be tried: a
   * method with an error code, a status, a border of pages. The first of each comes before the rest of every check.
   */
  readonly tells?: (example: Case) => string
  /**
   * Cases of the same kind in which what the claim is about does not come about. Where one of them fails as well, what
   * fails is another clause's, and the case says nothing.
   */
  readonly without?: (example: Case) => readonly Case[]
  /** What it must have seen; `a request` where it says nothing. */
  readonly shows?: Sight
  /** Sets up, calls, and throws a ContractViolation where the claim does not hold. */
  readonly run: (session: Session, example: Case) => Promise<void>
}

/** A check as the kit runs it; its cases' type is its own business. */
export interface Check {
  /** Unique: the clause's id, and the aspect where a clause has several checks. */
  readonly name: string
  readonly clause: ClauseId
  readonly level: Level
  readonly claim: string
  readonly waits: boolean
  readonly whole: boolean
  /** The clauses, beside its own, for whose invariants it runs. */
  readonly provides: readonly ClauseId[]
  readonly shows: Sight
  /** Why the check says nothing about such a connector; undefined where it applies. */
  notFor(capabilities: Capabilities): string | undefined
  cases(capabilities: Capabilities): Arbitrary<unknown> | readonly unknown[]
  always(capabilities: Capabilities): readonly unknown[]
  /** Undefined where no case comes before others. */
  tells(example: unknown): string | undefined
  /** Cases of which none must fail where that of the example is to say anything. */
  without(example: unknown): readonly unknown[]
  run(session: Session, example: unknown): Promise<void>
}

/** Makes a check out of its definition. */
export function defineCheck<Case>(definition: CheckDefinition<Case>): Check {
  const { clause, aspect, claim } = definition
  return {
    name: aspect === undefined ? clause : `${clause} ${aspect}`,
    clause,
    level: definition.level ?? clauseOf(clause).level,
    claim,
    waits: definition.waits ?? false,
    whole: definition.whole ?? false,
    provides: definition.provides ?? [],
    shows: definition.shows ?? 'a request',
    notFor: (capabilities) => reasonNotToRun(definition, capabilities),
    cases: definition.cases,
    always: (capabilities) => definition.always?.(capabilities) ?? [],
    // Its own list.
    tells: (example) => definition.tells?.(example as Case),
    // The same.
    without: (example) => definition.without?.(example as Case) ?? [],
    // A case comes from this check's own generator or from a stored counterexample of the same check.
    run: (session, example) => definition.run(session, example as Case),
  }
}

/** Whether a check makes cases, so that another seed gives others; else it goes through a list. */
export function makesCases(check: Check, capabilities: Capabilities): boolean {
  return !Array.isArray(check.cases(capabilities))
}

/** The cases that a check goes through, or always tries before any made ones. */
export function listedCases(check: Check, capabilities: Capabilities): readonly unknown[] {
  const cases = check.cases(capabilities)
  return Array.isArray(cases) ? cases : check.always(capabilities)
}

function reasonNotToRun<Case>(
  { needs = [], cases }: CheckDefinition<Case>,
  capabilities: Capabilities,
): string | undefined {
  const lack = missing(needs, capabilities)
  if (lack !== undefined) return lack
  return hasNoCases(cases, capabilities)
    ? `nothing of it is there at ${capabilities.source.title}`
    : undefined
}

function hasNoCases<Case>(
  cases: CheckDefinition<Case>['cases'],
  capabilities: Capabilities,
): boolean {
  try {
    const all = cases(capabilities)
    return Array.isArray(all) && all.length === 0
  } catch {
    return false // The run of the check meets it again, and leaves this check alone undecided.
  }
}
