import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import { CHECKS } from '../checks/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { CheckResult, Violation } from '../engine/found/result.ts'
import type { Plan, VerifyOptions } from '../engine/plan.ts'
import { failuresIn } from '../engine/repeat-failed.ts'
import { runCaseApart } from '../engine/run-case.ts'
import type { ResultCollector } from '../report/from-vitest.ts'
import { boundsOf } from './bounds-of.ts'
import { runChecks } from './run-checks.ts'

/** A case that is late whenever it is tried is not late for want of a processor. */
const TRIES = 3
/** Where so many recur and none does not, the connector is what hangs: the others would only take time. */
const MOST_RECURRING = 3

type Suspect = Extract<CheckResult, { state: 'violated' }>

/**
 * Tries what was late when it failed again, while nothing else runs. What does not recur is dropped: its check is run
 * anew, by one worker, a case at a time.
 *
 * @returns a sentence for each that is dropped.
 */
export async function tryAlone(
  plan: Plan,
  source: DataSourceDefinition,
  { stop }: Pick<VerifyOptions, 'stop'>,
  collector: ResultCollector,
): Promise<readonly string[]> {
  const suspects = [...collector.results.values()].filter(isSuspect)
  if (suspects.length === 0 || stop?.aborted === true) return []
  const dropped = await thoseThatDoNotRecur(plan, source, suspects, collector)
  if (dropped.length === 0) return []
  const checks = dropped.map(({ violation }) => violation.check)
  for (const check of checks) collector.forget(check)
  await runChecks(planOf(plan, checks), { jobs: 1, stop, isAlone: true }, collector)
  return dropped.map(({ violation }) => sentenceOf(violation))
}

function isSuspect(result: CheckResult): result is Suspect {
  return result.state === 'violated' && result.restsOnTime === true
}

async function thoseThatDoNotRecur(
  plan: Plan,
  source: DataSourceDefinition,
  suspects: readonly Suspect[],
  { limits }: Pick<ResultCollector, 'limits'>,
): Promise<readonly Suspect[]> {
  const driver = await openDriver(plan.target, boundsOf(plan))
  const gone: Suspect[] = []
  try {
    let recurring = 0
    for (const suspect of suspects) {
      if (gone.length === 0 && recurring === MOST_RECURRING) break
      if (await recurs(suspect.violation, plan, source, driver)) recurring += 1
      else gone.push(suspect)
    }
  } finally {
    for (const each of driver.limits?.() ?? []) limits.add(each)
    await driver.close()
  }
  return gone
}

/** One that cannot be tried stays as it was found. */
async function recurs(
  { check: name, counterexample, seed }: Violation,
  plan: Plan,
  source: DataSourceDefinition,
  driver: Driver,
): Promise<boolean> {
  const check = CHECKS.find((each) => each.name === name)
  if (check === undefined) return true
  let tries = 0
  const again = async () => {
    tries += 1
    const session = { source, driver, seed, name: `${seed}/${name}/alone/${tries}` }
    const result = await runCaseApart(check, counterexample, { ...plan, ...session })
    return result.state === 'violated' ? result : undefined
  }
  try {
    return (await failuresIn(TRIES, again)).length > 0
  } catch {
    return true
  }
}

/** These checks of a plan, with nothing that earlier runs have left. */
function planOf({ stored: _, shard, ...plan }: Plan, checks: readonly string[]): Plan {
  const parts = shard?.parts.filter(({ check }) => checks.includes(check)) ?? []
  return { ...plan, checks, ...(shard === undefined ? {} : { shard: { ...shard, parts } }) }
}

function sentenceOf({ check, expected, actual }: Violation): string {
  return `${check} was not held while other checks ran (expected ${expected}, got ${actual}), and was when it ran alone: a busy machine was why`
}
