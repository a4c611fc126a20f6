import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { CHECKS } from '../../checks/index.ts'
import { capabilitiesOf } from '../../engine/capabilities-of.ts'
import type { Plan, Shard } from '../../engine/plan.ts'
import { isOfWholeClause } from '../../engine/waivers/covers.ts'
import { UsageError } from '../../errors.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { type Check, makesCases } from '../../kit/define-check.ts'
import { caseCost } from './case-cost.ts'
import { type Load, splitParts } from './split-parts.ts'

/**
 * The plan of one shard, out of that of the whole run.
 *
 * @throws UsageError where nothing is left for that shard.
 */
export function planOfShard(plan: Plan, source: DataSource, { index, count }: Shard): Plan {
  const checks = CHECKS.filter(({ name }) => plan.checks.includes(name))
  const shares = splitParts(
    checks.map((check) => loadOf(check, plan, capabilitiesOf(plan, source))),
    count,
  )
  const parts = shares[index - 1] ?? []
  // Nothing applies at all: that is for the report to say.
  if (parts.length === 0 && checks.length > 0) {
    const used = shares.filter((share) => share.length > 0).length
    throw new UsageError(`nothing is left for shard ${index} of ${count} to run`, {
      hint: `This run can be split into ${used} ${used === 1 ? 'shard' : 'shards'} at most.`,
    })
  }
  const own = new Set(parts.map(({ check }) => check))
  return {
    ...plan,
    checks: plan.checks.filter((name) => own.has(name)),
    shard: {
      ...{ index, count, parts },
      checks: plan.checks,
    },
  }
}

function loadOf(check: Check, plan: Plan, capabilities: Capabilities): Load {
  const { listed, made } = plan.tries[check.name] ?? { listed: 0, made: 0 }
  return {
    ...{ check: check.name, listed, made },
    cost: caseCost(check, plan.driver),
    whole: !makesCases(check, capabilities) || isWaivedInPart(check, plan),
  }
}

/** Behind what a waiver of a part of its clause covers, a check goes on: how far it reaches takes all cases. */
function isWaivedInPart({ clause }: Check, { waivers = [] }: Plan): boolean {
  return waivers.some((waiver) => waiver.clause === clause && !isOfWholeClause(waiver))
}
