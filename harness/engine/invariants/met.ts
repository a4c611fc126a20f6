import type { Waiver } from '../../../contracts/waiver.ts'
import type { Check } from '../../kit/define-check.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { Invariant } from '../../kit/invariants/invariant.ts'
import { isWaitedFor } from '../../kit/is-waited-for.ts'
import type { Finding } from '../../kit/violation.ts'
import { callFacts } from '../case-facts.ts'
import type { Violation } from '../found/result.ts'
import type { OpenSession } from '../session/open-session.ts'
import { coveredBy } from '../waivers/covers.ts'
import { type BrokenCall, type JudgedInvariant, judgeCalls } from './judge-calls.ts'

/** What a violation is of. */
export type Standing = Pick<Violation, 'clause' | 'invariant' | 'repeats' | 'level' | 'claim'>

/** Makes the failed case of a finding; dear, so that it is made of those alone that stand for others. */
type MakeFailed<Failed> = (standing: Standing, finding: Finding, calls: number) => Failed

/** An invariant that answers of a case were held against, with those that broke it. */
export interface MetInvariant<Failed = unknown> extends Omit<JudgedInvariant, 'broken'> {
  readonly broken: readonly MetBreach<Failed>[]
}

export interface MetBreach<Failed = unknown> extends Omit<BrokenCall, 'finding'> {
  /** The waivers that cover it, by their place. */
  readonly by: readonly number[]
  readonly failed: () => Failed
}

/** Holds the calls of a session against the invariants, those that broke one with the failed case that it would be. */
export function meetInvariants<Failed>(
  session: OpenSession,
  options: {
    readonly invariants?: readonly string[] | undefined
    readonly waivers?: readonly Waiver[]
  },
  makeFailed: MakeFailed<Failed>,
): readonly MetInvariant<Failed>[] {
  const { invariants: names = [], waivers = [] } = options
  const invariants = INVARIANTS.filter(({ name }) => names.includes(name))
  return judgeCalls(invariants, session).map(({ broken, ...judged }) => {
    const { clause, name: invariant, level, claim } = judged.invariant
    const standing = { clause, invariant, level, claim }
    return {
      ...judged,
      broken: broken.map(({ finding, method, calls }) => ({
        ...{ method, calls },
        by: coveredBy(waivers, { clause, method, faults: faultsAt(session, calls) }),
        failed: () => makeFailed(standing, finding, calls),
      })),
    }
  })
}

/**
 * Why a case says nothing of its own claim any more: an answer broke an invariant, which is shown as such, and left
 * nothing to judge by. Undefined: it does say something. What is waived is not shown, so that it spoils nothing.
 */
export function spoiltBy(
  met: readonly MetInvariant[],
  { clause }: Pick<Check, 'clause'>,
  { calls }: Pick<OpenSession, 'calls'>,
): string | undefined {
  const last = calls.at(-1)?.answer.result
  const isLast = (each: MetBreach) => each.calls === calls.length
  const isSpoilt = ({ spoils, ...invariant }: Invariant, each: MetBreach) =>
    spoils === 'case' ||
    (spoils === 'code' && isLast(each)) ||
    // A check of the same clause goes no further: each such call takes its time.
    (spoils === 'wait' &&
      invariant.clause !== clause &&
      isLast(each) &&
      last !== undefined &&
      isWaitedFor(last))
  const spoiler = met.find(({ invariant, broken }) =>
    broken.some((each) => each.by.length === 0 && isSpoilt(invariant, each)),
  )
  return spoiler && `an answer in each of its cases breaks ${spoiler.invariant.clause}`
}

/** The invariant of the clause itself, waivers aside, that an answer broke: what tells of the same cause. */
export function repeatedBy(
  met: readonly MetInvariant[],
  { clause }: Pick<Check, 'clause'>,
): string | undefined {
  const same = met.find(
    ({ invariant, broken }) =>
      invariant.clause === clause &&
      invariant.level === 'MUST' &&
      broken.some(({ by }) => by.length === 0),
  )
  return same?.invariant.name
}

function faultsAt({ calls, dataSource, declarations, source }: OpenSession, made: number) {
  const answers = calls.slice(made - 1, made).map(({ answer }) => answer)
  const [facts] = callFacts(answers, dataSource.control.faults(), source, declarations.errors)
  return facts?.faults ?? []
}
