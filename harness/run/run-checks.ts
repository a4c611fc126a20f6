import type { Plan } from '../engine/plan.ts'
import type { ResultCollector } from '../report/from-vitest.ts'
import { fitsHere, runHere } from './run-here.ts'
import { runSuites } from './run-suites.ts'
import type { Side } from './side.ts'

/** Runs the planned checks, in workers or here, until all are through or `stop` is given. */
export async function runChecks(plan: Plan, side: Side, collector: ResultCollector): Promise<void> {
  return fitsHere(plan) ? runHere(plan, side, collector) : runSuites(plan, side, collector)
}
