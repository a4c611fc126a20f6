import { CHECKS } from '../checks/index.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Target } from '../drivers/target.ts'
import type { Failure } from '../failures/failure.ts'
import { fitsCheck } from '../failures/fits-check.ts'
import type { Check } from '../kit/define-check.ts'
import { type CaseResult, runCase } from '../kit/run-case.ts'
import { makePlan } from './make-plan.ts'
import type { Plan, VerifyOptions } from './plan.ts'

/** What became of a failure. */
export type Replay =
  | Extract<CaseResult, { state: 'violated' }>
  | { readonly state: 'fixed' }
  /** Neither can be said, and why. */
  | { readonly state: 'no-verdict'; readonly reason: string }

/**
 * Runs the very case of a failure again.
 *
 * @throws TargetError where the connector does not start.
 */
export async function replay(failure: Failure, target: Target): Promise<Replay> {
  const check = CHECKS.find(({ name }) => name === failure.check)
  if (check === undefined) return noVerdict(`this version has no check "${failure.check}"`)
  const driver = await openDriver(target)
  try {
    const plan = await makePlan(optionsOf(failure, target, check), driver)
    const obstacle = obstacleTo(failure, check, plan)
    if (obstacle !== undefined) return noVerdict(obstacle)
    const name = `${failure.seed}/${check.name}/stored/${failure.id}`
    const result = await runCase(check, failure.counterexample, {
      ...plan,
      driver,
      name,
      seed: failure.seed,
    })
    if (result.state === 'violated') return result
    return result.state === 'held' ? { state: 'fixed' } : noVerdict(result.reason)
  } finally {
    await driver.close()
  }
}

/** What a run that would find this failure is asked for. */
function optionsOf(failure: Failure, target: Target, check: Check): VerifyOptions {
  const { scheme, seed, deadlineMilliseconds, declarations } = failure
  return {
    ...{ target, scheme, seed, deadlineMilliseconds, declarations },
    only: [check.clause],
    skip: [],
    runs: undefined,
    jobs: 1,
    strict: false,
  }
}

function obstacleTo(failure: Failure, check: Check, plan: Plan): string | undefined {
  if (plan.mode !== failure.mode) {
    return `the connector was ${failure.mode} when the case failed, and is ${plan.mode} now`
  }
  const exclusion = plan.notApplicable.find((each) => each.check === check.name)
  if (exclusion !== undefined) return `${check.name} does not apply any more: ${exclusion.reason}`
  if (fitsCheck(check, failure.counterexample, plan)) return undefined
  return `the case no longer fits ${check.name}, whose cases have other members in this version`
}

function noVerdict(reason: string): Replay {
  return { state: 'no-verdict', reason }
}
