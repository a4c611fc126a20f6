import type { CheckResult } from '../../../harness/engine/found/result.ts'
import { runCheck } from '../../../harness/engine/run-check.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'
import { checkFor, type Pair } from './pairs.ts'

/** Made cases that are tried: some defects show in few of them. */
const RUNS = 60

/** What the check that must catch a defect says of a correct connector with it. */
export function verdictOn({ defect, correct }: Pair, seed: number): Promise<CheckResult> {
  const { source, mode, declarations } = correct
  const driver = factoryDriver(defect.wrap(correct))
  const { name: _, ...session } = sessionOptions({ driver, source, mode, declarations })
  return runCheck(checkFor(defect), { ...session, seed, runs: RUNS, shrinks: 0 })
}
