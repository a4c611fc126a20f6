import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { CHECKS } from '../checks/index.ts'
import type { DataSourceRef, PlannedDataSource } from '../data-source/data-source-ref.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Target } from '../drivers/target.ts'
import { capabilitiesOf } from '../engine/capabilities-of.ts'
import { explainFailed } from '../engine/explain-failed.ts'
import type { FailedCase } from '../engine/failed-case.ts'
import type { Failure } from '../engine/failures/failure.ts'
import { fitsCheck } from '../engine/failures/fits-check.ts'
import type { Violation } from '../engine/found/result.ts'
import type { Plan, VerifyOptions } from '../engine/plan.ts'
import { failuresIn, MOST_TRIES, repeatFailed } from '../engine/repeat-failed.ts'
import { type CaseResult, runCaseApart } from '../engine/run-case.ts'
import type { RunOptions } from '../engine/run-options.ts'
import type { Passed } from '../engine/session/connection-to.ts'
import type { Check } from '../kit/define-check.ts'
import { INVARIANTS } from '../kit/invariants/index.ts'
import { CaseDoesNotFit } from '../kit/violation.ts'
import { DATA_SOURCE_CHANGED } from '../report/comparison/comparison-words.ts'
import { clausesOf } from '../report/record/clauses-of.ts'
import { commandsById } from '../report/record/commands-by-id.ts'
import type { ReportedViolation } from '../report/record/run-report.ts'
import { againCommand } from './again-command.ts'
import { boundsOf } from './bounds-of.ts'
import { makePlan } from './make-plan.ts'
import { secretsMissing } from './secrets-missing.ts'

/** What became of a failure. */
export type Replay = (
  | { readonly state: 'violated'; readonly violation: ReportedViolation }
  | { readonly state: 'fixed' }
  /** Neither can be said, and why. */
  | { readonly state: 'no-verdict'; readonly reason: string }
) & {
  /** What else there is to know: that the data source is not what it was. */
  readonly note?: string
}

/** What a failure is tried on, where that is not what it was found on. */
export interface ReplayOn {
  readonly target: Target
  /** Undefined: the one that is built in and meant where nobody names another. */
  readonly dataSource?: DataSourceRef | undefined
  /** What the user has every case pass, now as then. */
  readonly passed?: Passed | undefined
}

/**
 * Runs the very case of a failure again.
 *
 * @throws TargetError where the connector does not start.
 * @throws UsageError where there is no such data source.
 */
export async function replay(
  failure: Failure,
  { target, dataSource, passed = {} }: ReplayOn,
): Promise<Replay> {
  const check = CHECKS.find(({ name }) => name === failure.check)
  if (check === undefined) return noVerdict(`this version has no check "${failure.check}"`)
  const { invariant } = failure
  if (invariant !== undefined && !INVARIANTS.some(({ name }) => name === invariant)) {
    return noVerdict(`this version has no invariant "${invariant}"`)
  }
  const missing = secretsMissing(failure)
  if (missing !== undefined) return noVerdict(missing)
  const driver = await openDriver(target, boundsOf(failure))
  try {
    const options = { ...optionsOf(failure, target, check), dataSource, passed }
    const plan = await makePlan(options, driver)
    const { definition: source } = await loadDataSource(plan.dataSource)
    const obstacle = obstacleTo(failure, check, plan, source)
    const note = dataSourceNote(failure, plan.dataSource)
    if (obstacle !== undefined) return { ...noVerdict(obstacle), ...note }
    const result = await runAgain(failure, check, { ...plan, source, driver })
    const deeds = driver.deeds?.() ?? []
    if (result.state === 'fixed' && deeds.length > 0) {
      return noVerdict(`the connector ends what it runs in, ${deeds.join('; ')}`)
    }
    if (result.state !== 'violated') return { ...result, ...note }
    const again = againCommand(options, plan, clausesOf(result.violation))
    const { id } = failure
    const violation = { ...result.violation, id, again, ...commandsById(id) }
    return { state: 'violated', violation, ...note }
  } finally {
    await driver.close()
  }
}

async function runAgain(failure: Failure, check: Check, plan: RunOptions) {
  const { id, seed, counterexample } = failure
  const invariants = failure.invariant === undefined ? [] : [failure.invariant]
  const failedOf = failure.invariant === undefined ? ownFailure : brokenAgain
  let tries = 0
  const run = async () => {
    tries += 1
    const name = `${seed}/${check.name}/stored/${id}${tries === 1 ? '' : `/${tries}`}`
    const options = { ...plan, name, seed, invariants }
    return failedOf(await runCaseApart(check, counterexample, options))
  }
  try {
    const first = await run()
    if ('reason' in first) return noVerdict(first.reason)
    const found = await foundOf(first, failure, async () => failureIn(await run()))
    if (found === undefined) return { state: 'fixed' } as const
    const { clause } = found.failed.violation
    const explanation = await explainFailed({ clause, name: check.name }, found.failed, plan)
    const violation = { ...found.failed.violation, explanation, ...found.times }
    return { state: 'violated', violation } as const
  } catch (error) {
    if (error instanceof CaseDoesNotFit) return noVerdict(error.message)
    const reason = error instanceof Error ? error.message : String(error)
    return noVerdict(`the case could not be run to its end, or is none of this version: ${reason}`)
  }
}

type Tried = FailedCase | { readonly state: 'held' } | { readonly reason: string }

function ownFailure(result: CaseResult): Tried {
  return result
}

/** What became of the invariant that the answers of the case broke: it may hold where the check's own claim does not. */
function brokenAgain({ met: [met] }: CaseResult): Tried {
  if (met === undefined) return { reason: 'no answer of the case is one that it judges' }
  return met.broken[0]?.failed() ?? { state: 'held' }
}

function failureIn(tried: Tried): FailedCase | undefined {
  return 'violation' in tried ? tried : undefined
}

/**
 * What of the tries of a case says that it is not fixed. One that was late once, and holds whenever it is tried again,
 * was kept waiting by the machine.
 */
async function foundOf(
  first: Tried,
  { failed: known }: Failure,
  again: () => Promise<FailedCase | undefined>,
): Promise<Found | undefined> {
  const failed = failureIn(first)
  if (failed === undefined) {
    const failures = known === undefined ? [] : await failuresIn(MOST_TRIES - 1, again)
    const times = { failed: { failed: failures.length, of: MOST_TRIES } }
    return failures[0] && { failed: failures[0], times }
  }
  const { restsOnTime, ...times } = await repeatFailed(failed, again)
  const isLateOnce = restsOnTime && times.failed?.failed === 1
  return isLateOnce ? undefined : { failed, times }
}

interface Found {
  readonly failed: FailedCase
  readonly times: Pick<Violation, 'failed'>
}

/** What a run that would find this failure is asked for. */
function optionsOf(failure: Failure, target: Target, check: Check): VerifyOptions {
  const { scheme, seed, deadlineMilliseconds, declarations } = failure
  return {
    ...{ target, scheme, seed, deadlineMilliseconds, declarations },
    only: [check.clause],
    skip: [],
    profile: 'default',
    runs: undefined,
    jobs: 1,
    strict: false,
  }
}

function obstacleTo(
  failure: Failure,
  check: Check,
  plan: Plan,
  source: DataSource,
): string | undefined {
  if (plan.mode !== failure.mode) {
    return `the connector was ${failure.mode} when the case failed, and is ${plan.mode} now`
  }
  const exclusion = plan.notApplicable.find((each) => each.check === check.name)
  if (exclusion !== undefined) return `${check.name} does not apply any more: ${exclusion.reason}`
  if (fitsCheck(check, failure.counterexample, capabilitiesOf(plan, source))) return undefined
  return `the case no longer fits ${check.name}, whose cases have other members in this version`
}

/** Of a failure of version 1 nobody knows what its data source said. */
function dataSourceNote({ data_source }: Failure, now: PlannedDataSource): Pick<Replay, 'note'> {
  if (data_source.name !== now.name) return { note: `it is tried with ${now.title}` }
  const isSame = data_source.hash === null || data_source.hash === now.hash
  return isSame ? {} : { note: DATA_SOURCE_CHANGED }
}

function noVerdict(reason: string) {
  return { state: 'no-verdict', reason } as const
}
