import type { Driver } from '../drivers/driver.ts'
import type { VerifyOptions } from '../engine/plan.ts'

/** How checks of a plan are run, beside what the plan says. */
export interface Side extends Pick<VerifyOptions, 'jobs' | 'stop'> {
  /** One check at a time, a case at a time. */
  readonly isAlone?: boolean
  /** The connector, where it is there already; whoever lends it closes it. Of use in this process alone. */
  readonly driver?: Driver | undefined
}
