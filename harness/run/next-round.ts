import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { CHECKS } from '../checks/index.ts'
import { capabilitiesOf } from '../engine/capabilities-of.ts'
import type { CheckResult } from '../engine/found/result.ts'
import type { Plan } from '../engine/plan.ts'
import { makesCases } from '../kit/define-check.ts'

/**
 * The next round of a thorough run: with another seed, the made cases of the checks in
 * which nothing is violated so far but what waivers of a part of their clause cover.
 * Undefined where no check is left that makes any.
 */
export function nextRound(
  plan: Plan,
  source: DataSource,
  round: number,
  results: ReadonlyMap<string, CheckResult>,
): Plan | undefined {
  const checks = CHECKS.filter((check) => makesCases(check, capabilitiesOf(plan, source)))
    .map(({ name }) => name)
    .filter((name) => mayFindMore(results.get(name)))
  if (checks.length === 0) return undefined
  return { ...plan, seed: plan.seed + round, checks, madeAlone: true, stored: {} }
}

function mayFindMore(result: CheckResult | undefined): boolean {
  if (result?.state === 'held' || result?.state === 'not-shown') return true
  return result?.state === 'waived' && result.isLast !== true
}
