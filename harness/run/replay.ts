import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { CHECKS } from '../checks/index.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Target } from '../drivers/target.ts'
import { capabilitiesOf } from '../engine/capabilities-of.ts'
import { explainFailed } from '../engine/explain-failed.ts'
import type { Failure } from '../engine/failures/failure.ts'
import { fitsCheck } from '../engine/failures/fits-check.ts'
import type { Plan, VerifyOptions } from '../engine/plan.ts'
import { runCase } from '../engine/run-case.ts'
import type { RunOptions } from '../engine/run-options.ts'
import type { Passed } from '../engine/session/connection-to.ts'
import type { Check } from '../kit/define-check.ts'
import { commandsById } from '../report/record/commands-by-id.ts'
import type { ReportedViolation } from '../report/record/run-report.ts'
import { againCommand } from './again-command.ts'
import { makePlan } from './make-plan.ts'

/** What became of a failure. */
export type Replay =
  | { readonly state: 'violated'; readonly violation: ReportedViolation }
  | { readonly state: 'fixed' }
  /** Neither can be said, and why. */
  | { readonly state: 'no-verdict'; readonly reason: string }

/**
 * Runs the very case of a failure again.
 *
 * @param passed what the user has every case pass, now as then.
 * @throws TargetError where the connector does not start.
 */
export async function replay(
  failure: Failure,
  target: Target,
  passed: Passed = {},
): Promise<Replay> {
  const check = CHECKS.find(({ name }) => name === failure.check)
  if (check === undefined) return noVerdict(`this version has no check "${failure.check}"`)
  const driver = await openDriver(target)
  try {
    const options = { ...optionsOf(failure, target, check), passed }
    const plan = await makePlan(options, driver)
    const { definition: source } = await loadDataSource(plan.dataSource)
    const obstacle = obstacleTo(failure, check, plan, source)
    if (obstacle !== undefined) return noVerdict(obstacle)
    const result = await runAgain(failure, check, { ...plan, source, driver })
    if (result.state !== 'violated') return result
    const again = againCommand(options, plan, check.clause)
    const { id } = failure
    return { state: 'violated', violation: { ...result.violation, id, again, ...commandsById(id) } }
  } finally {
    await driver.close()
  }
}

async function runAgain({ id, seed, counterexample }: Failure, check: Check, plan: RunOptions) {
  try {
    const name = `${seed}/${check.name}/stored/${id}`
    const result = await runCase(check, counterexample, { ...plan, name, seed })
    if (result.state === 'held') return { state: 'fixed' } as const
    if (result.state === 'passed-over') return noVerdict(result.reason)
    const explanation = await explainFailed(check, result, plan)
    return { state: 'violated', violation: { ...result.violation, explanation } } as const
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return noVerdict(`the case could not be run to its end, or is none of this version: ${reason}`)
  }
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
    budgetMilliseconds: 0,
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

function noVerdict(reason: string) {
  return { state: 'no-verdict', reason } as const
}
