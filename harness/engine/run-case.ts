import type { ClauseId } from '../../contracts/clauses.ts'
import type { Waiver } from '../../contracts/waiver.ts'
import type { Driver } from '../drivers/driver.ts'
import { DataSourceError } from '../errors.ts'
import type { Check } from '../kit/define-check.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'
import { CaseNotApplicable, ContractViolation } from '../kit/violation.ts'
import type { CallFacts } from './case-facts.ts'
import { type FailedCase, factsIn, failedCase, isSlow } from './failed-case.ts'
import { type MetInvariant, meetInvariants, repeatedBy, spoiltBy } from './invariants/met.ts'
import { type OpenSession, openSession, type SessionOptions } from './session/open-session.ts'

/** Clauses that say how long a call may take. */
const ABOUT_TIME: readonly ClauseId[] = ['NET-3', 'NET-5']

/** What a session needs, and the seed that the case comes from. */
export interface CaseOptions extends SessionOptions {
  readonly seed: number
  /** The names of the invariants that every answer is held against; undefined: none. */
  readonly invariants?: readonly string[] | undefined
  /** The waivers that are in force, of whatever clause. */
  readonly waivers?: readonly Waiver[]
}

/** What one case of a check says of one connector, and what its answers say of the invariants. */
export type CaseResult = CaseVerdict & { readonly met: readonly MetInvariant<FailedCase>[] }

type CaseVerdict =
  | {
      readonly state: 'held'
      readonly cells: readonly MatrixCell[]
      readonly calls: readonly CallFacts[]
    }
  | FailedCase
  /** It says nothing about this connector. */
  | {
      readonly state: 'passed-over'
      readonly reason: string
      readonly calls: readonly CallFacts[]
    }

/**
 * Runs one case of a check in a session of its own. Rejects where the harness itself is in trouble, or the
 * case is none that the check can run.
 *
 * @param example what the check's own generator made, now or in an earlier version.
 */
export async function runCase(
  check: Check,
  example: unknown,
  options: CaseOptions,
): Promise<CaseResult> {
  const { apart } = options.driver
  const isApart = apart?.isBetter() === true
  const first = await runIn(isApart ? 'a process' : 'any', check, example, options)
  if (first.isDisturbed) return undisturbed(check, example, options)
  return first.isSlow && isAmiss(first)
    ? runCaseApart(check, example, options)
    : unlessItFailsWithout(check, example, options, first.result)
}

/**
 * An answer that breaks an invariant does not end its check, so that nobody begins that anew; and a case whose calls
 * asked nothing is of no use, where a busy machine has kept a request from coming in time, and not a fault that strikes
 * before one is read.
 */
function isAmiss({ result: { state, met, calls }, isStruck }: OneRun): boolean {
  const asksNothing = !isStruck && calls.length > 0 && calls.every(({ reached }) => !reached)
  return (asksNothing && state !== 'violated') || met.some(({ broken }) => broken.length > 0)
}

/** The same in a process that no other case shares, where calls share processes. */
export async function runCaseApart(
  check: Check,
  example: unknown,
  options: CaseOptions,
): Promise<CaseResult> {
  const apart = await runIn('a process', check, example, options)
  return apart.isDisturbed
    ? undisturbed(check, example, options)
    : unlessItFailsWithout(check, example, options, apart.result)
}

async function undisturbed(
  check: Check,
  example: unknown,
  options: CaseOptions,
): Promise<CaseResult> {
  const { result } = await runIn('a fresh process', check, example, options)
  return unlessItFailsWithout(check, example, options, result)
}

/** A failure that comes without what the check is about is no failure of it. */
async function unlessItFailsWithout(
  check: Check,
  example: unknown,
  options: CaseOptions,
  result: CaseResult,
): Promise<CaseResult> {
  if (result.state !== 'violated') return result
  for (const [index, other] of check.without(example).entries()) {
    const name = `${options.name}/without/${index}`
    const { invariants: _, ...given } = options
    const tried = await runIn('a process', check, other, { ...given, name })
    if (tried.result.state !== 'violated') continue
    const reason = `${check.clause} is not what its cases break: they fail without it too`
    return { state: 'passed-over', reason, calls: result.calls, met: result.met }
  }
  return result
}

/** Where calls share processes: in which of them. */
type Where = 'any' | 'a process' | 'a fresh process'

async function runIn(
  where: Where,
  check: Check,
  example: unknown,
  options: CaseOptions,
): Promise<OneRun> {
  const { driver } = options
  const run = (lent: Driver) => runOnce(check, example, { ...options, driver: lent })
  try {
    if (where === 'any' || driver.apart === undefined) return await run(driver)
    return await driver.apart.run(run, { fresh: where === 'a fresh process' })
  } finally {
    trustAnswers(options)
  }
}

/** Throws where the data source itself went wrong: whatever the connector did then says nothing about it. */
function trustAnswers({ source }: CaseOptions): void {
  const trouble = source.trouble?.()
  if (trouble !== undefined) throw new DataSourceError(`${source.title}: ${trouble}`)
}

interface OneRun {
  readonly result: CaseResult
  /** A fault struck what came of its calls. */
  readonly isStruck: boolean
  /** A call took long. */
  readonly isSlow: boolean
  /** Other calls did harm to the process of this one's: it says nothing. */
  readonly isDisturbed: boolean
}

async function runOnce(check: Check, example: unknown, options: CaseOptions): Promise<OneRun> {
  const session = await openSession({ ...options, isStrict: ABOUT_TIME.includes(check.clause) })
  try {
    const { verdict, met } = await verdictOf(check, example, session, options)
    return {
      result: { ...verdict, met },
      isStruck: session.dataSource.control.faults().some(({ struck }) => struck > 0),
      isSlow: session.calls.some(isSlow),
      isDisturbed: session.calls.some(({ answer }) => answer.result.disturbed === true),
    }
  } finally {
    await session.close()
  }
}

async function verdictOf(
  check: Check,
  example: unknown,
  session: OpenSession,
  options: CaseOptions,
): Promise<{ readonly verdict: CaseVerdict; readonly met: readonly MetInvariant<FailedCase>[] }> {
  const meet = () =>
    meetInvariants(session, options, (stands, finding, calls) =>
      failedCase({ ...stands, check: check.name }, finding, example, session, options.seed, calls),
    )
  try {
    await check.run(session, example)
    const { cells } = session
    return { verdict: { state: 'held', cells, calls: factsIn(session) }, met: meet() }
  } catch (error) {
    if (error instanceof CaseNotApplicable) {
      const calls = factsIn(session)
      return { verdict: { state: 'passed-over', reason: error.message, calls }, met: meet() }
    }
    if (!(error instanceof ContractViolation)) throw error
    const met = meet()
    const reason = spoiltBy(met, check, session)
    if (reason !== undefined) {
      return { verdict: { state: 'passed-over', reason, calls: factsIn(session) }, met }
    }
    const { clause, name, level, claim } = check
    const repeats = repeatedBy(met, check)
    const of = repeats === undefined ? {} : { repeats }
    const own = { clause, check: name, ...of, level, claim }
    return { verdict: failedCase(own, error.finding, example, session, options.seed), met }
  }
}
