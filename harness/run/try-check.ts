import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import type { Driver } from '../drivers/driver.ts'
import { AskedCount } from '../engine/found/asked.ts'
import { CallTimesCount } from '../engine/found/call-times.ts'
import { CoverageCount } from '../engine/found/coverage.ts'
import type { CheckResult } from '../engine/found/result.ts'
import type { CheckPart } from '../engine/part.ts'
import type { Plan } from '../engine/plan.ts'
import { runCheck } from '../engine/run-check.ts'
import type { RunOptions } from '../engine/run-options.ts'
import type { Check } from '../kit/define-check.ts'
import { FootprintCount } from '../pacts/record/footprint.ts'
import type { CheckOutcome } from '../report/from-vitest.ts'
import type { SharedAmong } from './at-once.ts'

/** A check of a plan, and the part of it that is to be tried; undefined: all of it. */
export interface PlannedCheck {
  readonly check: Check
  readonly part: CheckPart | undefined
}

/** What all checks of a worker have in common. */
export interface Surroundings {
  readonly plan: Plan
  readonly source: DataSourceDefinition
  readonly driver: Driver
  readonly atOnce: SharedAmong
  /** Where checks end before their time. */
  readonly signal: AbortSignal
}

/**
 * Tries a check of a plan.
 *
 * @param tell told once it has ended; and before, where the run is stopped: what has been found by then.
 */
export async function tryCheck(
  { check, part }: PlannedCheck,
  { plan, source, driver, atOnce, signal }: Surroundings,
  tell: (outcome: CheckOutcome) => void,
): Promise<CheckResult> {
  let coverage = new CoverageCount()
  const asked = new AskedCount(plan.mode)
  const times = new CallTimesCount()
  const footprint = plan.footprint === true ? new FootprintCount() : undefined
  const called: RunOptions['called'] = (answer, secrets, isUsual) => {
    asked.add(answer, secrets, isUsual)
    times.add(answer)
    footprint?.add(answer.method, answer.exchanges)
  }
  const tellOf = (result: CheckResult) =>
    tell({
      ...{
        check: check.name,
        result,
        coverage: coverage.coverage,
        asked: asked.asked,
        calls: times.times,
      },
      ...(part === undefined ? {} : { part }),
      ...(footprint === undefined ? {} : { footprint: footprint.footprint }),
      limits: driver.limits?.() ?? [],
    })
  const begun = (sofar: () => CheckResult) => {
    coverage = new CoverageCount()
    signal.addEventListener('abort', () => tellOf(sofar()), { once: true })
  }
  const options: RunOptions = {
    ...{ ...plan, source, driver, part, ...effortOf(check, plan) },
    atOnce: () => atOnce.each,
    isOver: () => plan.until !== undefined && Date.now() > plan.until,
    ...{ begun, caseEnded: (facts) => coverage.add(facts), called },
  }
  const result = await atOnce.during(() => runCheck(check, options))
  tellOf(result)
  return result
}

function effortOf({ name }: Check, { tries }: Plan): Pick<RunOptions, 'most' | 'runs'> {
  const { listed, made } = tries[name] ?? { listed: 0, made: 0 }
  return { most: listed, runs: made }
}

/** What of these checks a plan has: all of each, or the parts of a shard. */
export function plannedOf(checks: readonly Check[], { shard }: Plan): readonly PlannedCheck[] {
  return checks.flatMap((check): readonly PlannedCheck[] =>
    shard === undefined
      ? [{ check, part: undefined }]
      : shard.parts.filter((part) => part.check === check.name).map((part) => ({ check, part })),
  )
}
