import type { CheckResult } from '../../../harness/engine/found/result.ts'
import { makeCertificate } from '../../../mock-datasource/index.ts'
import { judge } from '../../support/claims.ts'
import { factoryDriver } from '../../support/factory-driver.ts'
import { sessionOptions } from '../../support/toy-session.ts'
import { checkFor, type Pair } from './pairs.ts'

/** Made cases that are tried: some defects show in few of them. */
const RUNS = 60
let certificate: ReturnType<typeof makeCertificate> | undefined

/** What the check that must catch a defect says of a correct connector with it. */
export async function verdictOn(
  { defect, correct, make }: Pair,
  seed: number,
): Promise<CheckResult> {
  const { source, mode, declarations, scheme } = correct
  certificate ??= makeCertificate()
  const { name: _, ...session } = sessionOptions({
    ...{ driver: factoryDriver(make), source, mode, declarations, scheme },
    certificate: await certificate,
  })
  return judge(checkFor(defect), { ...session, seed, runs: RUNS, shrinks: 0 })
}
