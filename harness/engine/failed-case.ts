import { survivesJson } from '../../contracts/survives-json.ts'
import type { Snapshot } from '../../mock-datasource/index.ts'
import type { ObservedCall } from '../explain/evidence.ts'
import type { MatrixCell } from '../kit/matrix-cell.ts'
import type { SecretFinder } from '../kit/secrets.ts'
import type { Finding } from '../kit/violation.ts'
import { cutText } from '../text/cut-text.ts'
import { type CallFacts, callFacts } from './case-facts.ts'
import type { Violation } from './found/result.ts'
import type { Standing } from './invariants/met.ts'
import type { OpenSession } from './session/open-session.ts'
import { steady, steadyIn } from './session/steady.ts'
import type { RepeatableCall } from './session/transcript.ts'

/** A call that takes longer than this may have failed for want of a processor. */
const SLOW_MILLISECONDS = 900
/** In characters as JSON: ten times the longest query that a check makes. */
const LONGEST_ARGUMENTS = 1_000_000

/** The calls of a case, and who masks the credentials in what is said of them. */
interface Evidence {
  readonly calls: readonly ObservedCall[]
  readonly secrets: SecretFinder
}

/** A case in which a clause does not hold. */
export interface FailedCase {
  readonly state: 'violated'
  readonly cells: readonly MatrixCell[]
  readonly calls: readonly CallFacts[]
  readonly violation: Violation
  /** What the violation can be explained by. */
  readonly evidence: Evidence
  /** A call took long: on a machine that is too busy a connector misses its timeouts. */
  readonly isSlow: boolean
}

/**
 * The case as it is when a claim or an invariant does not hold in it.
 *
 * @param made how many calls the case had made when it failed; all of them by default.
 */
export function failedCase(
  stands: Standing & { readonly check: string },
  finding: Finding,
  example: unknown,
  session: OpenSession,
  seed: number,
  made: number = session.calls.length,
): FailedCase {
  const { cells, secrets } = session
  const calls = factsIn(session).slice(0, made)
  const { faults = [] } = calls.at(-1) ?? {}
  const violation = {
    ...violationOf(stands, finding, example, session, seed, made),
    ...(faults.length === 0 ? {} : { faults }),
  }
  const evidence = { calls: session.calls.slice(0, made), secrets }
  const slow = evidence.calls.some(isSlow)
  return { state: 'violated', cells, calls, violation, evidence, isSlow: slow }
}

/** Whether a call took so long that a busy machine may be why it failed. */
export function isSlow({ answer }: ObservedCall): boolean {
  return answer.milliseconds > SLOW_MILLISECONDS
}

export function factsIn({
  calls,
  dataSource,
  declarations,
  source,
}: OpenSession): readonly CallFacts[] {
  const answers = calls.map(({ answer }) => answer)
  return callFacts(answers, dataSource.control.faults(), source, declarations.errors)
}

function violationOf(
  stands: Standing & { readonly check: string },
  finding: Finding,
  example: unknown,
  session: OpenSession,
  seed: number,
  made: number,
): Violation {
  const { secrets } = session
  return {
    ...stands,
    expected: cutText(steady(secrets.mask(finding.expected))),
    actual: cutText(steady(secrets.mask(finding.actual))),
    ...(finding.happened !== undefined && { happened: steady(secrets.mask(finding.happened)) }),
    explanation: [],
    counterexample: example,
    seed,
    transcript: session.transcript(made),
    latestCall: repeatable(session, made),
    snapshot: secrets.markIn(reportable(session, made)),
  }
}

/**
 * A call that was given what no JSON holds (a connector's own metadata, say) cannot be made elsewhere; one that was
 * given megabytes is not kept for it.
 */
function repeatable({ lastCall, secrets }: OpenSession, made: number): RepeatableCall | undefined {
  const call = lastCall(made)
  if (call === undefined || !survivesJson(call.arguments)) return undefined
  if (JSON.stringify(call.arguments).length > LONGEST_ARGUMENTS) return undefined
  return secrets.markIn(call)
}

/**
 * A report must hold no credentials; whoever brings the state back gives it accounts of its own. A call that
 * led to a second data source is not brought back, and that one's port is another one in every run.
 */
function reportable({ snapshotBefore, lastCall }: OpenSession, made: number): Snapshot {
  const snapshot = snapshotBefore(made)
  const bare = { ...snapshot, settings: { ...snapshot.settings, accounts: [] } }
  return lastCall(made)?.elsewhere === true ? steadyIn(bare) : bare
}
