import { CHECKS } from '../../../harness/checks/index.ts'
import { openDriver } from '../../../harness/drivers/open-driver.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import type { VerifyOptions } from '../../../harness/engine/plan.ts'
import { TargetError } from '../../../harness/errors.ts'
import { makePlan } from '../../../harness/run/make-plan.ts'
import { abcSource as source } from '../../support/abc-source.ts'
import { judge as judgeClaim } from '../../support/claims.ts'

const DEADLINE_MILLISECONDS = 1_000
const OPTIONS: Omit<VerifyOptions, 'target'> = {
  ...{ only: [], skip: [], jobs: 1, profile: 'default' },
  ...{ deadlineMilliseconds: DEADLINE_MILLISECONDS, seed: 1, runs: 1 },
  scheme: 'http',
  ...{ strict: false, declarations: {} },
}
/** What a process may take. */
export const BOUNDS = { memoryBytes: 256 * 1_024 ** 2, loadMilliseconds: 15_000 }

/**
 * What a run would say of a connector that breaks MODE-1: "violated", or why nothing can be learned. As `verify`
 * does, in its own process: what runs the connector's code is in others all the same.
 */
export async function judge(target: Target): Promise<string> {
  const check = CHECKS.find(({ name }) => name === 'MODE-1')
  if (check === undefined) throw new Error('there is no check MODE-1')
  try {
    const driver = await openDriver(target, BOUNDS)
    try {
      const plan = await makePlan({ ...OPTIONS, target }, driver)
      // A case is enough to do harm in, and each call of one that blocks takes until its deadline.
      const few = { most: 1, shrinks: 0, explained: false }
      const { state } = await judgeClaim(check, { ...plan, source, driver, ...few })
      return state
    } finally {
      await driver.close()
    }
  } catch (error) {
    if (error instanceof TargetError) return `cannot be started: ${error.message}`
    throw error
  }
}
