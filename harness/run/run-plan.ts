import { CHECKS, familyOf } from '../checks/index.ts'
import type { Plan } from '../engine/plan.ts'
import type { ResultCollector } from '../report/from-vitest.ts'
import { runChecks } from './run-checks.ts'
import type { Side } from './side.ts'

/**
 * Runs the checks of a plan. A connector that takes its process along takes along whatever else was to run in it:
 * that is run anew, each family of clauses by itself, so that what is lost is of one family.
 */
export async function runPlan(plan: Plan, side: Side, collector: ResultCollector): Promise<void> {
  if (plan.checks.length === 0) return
  await runChecks(plan, side, collector)
  const families = Map.groupBy(withoutResult(plan, collector), familyOfCheck)
  if (families.size < 2) return
  for (const checks of families.values()) {
    await runChecks(partOf(plan, checks, collector), side, collector)
  }
}

function withoutResult({ checks, shard }: Plan, collector: ResultCollector): readonly string[] {
  const parts = shard?.parts.filter((part) => !collector.has(part)).map(({ check }) => check)
  const missing = new Set(parts ?? checks.filter((name) => !collector.results.has(name)))
  return [...missing]
}

/** These checks of a plan, without the parts of them that have a result. */
function partOf(plan: Plan, checks: readonly string[], collector: ResultCollector): Plan {
  const { shard, ...whole } = plan
  if (shard === undefined) return { ...whole, checks }
  const parts = shard.parts.filter((part) => checks.includes(part.check) && !collector.has(part))
  return { ...whole, checks, shard: { ...shard, parts } }
}

function familyOfCheck(name: string): string | undefined {
  const check = CHECKS.find((each) => each.name === name)
  return check && familyOf(check.clause)
}
