import type { Driver } from '../drivers/driver.ts'
import { lessPatient } from '../drivers/less-patient.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Plan } from '../engine/plan.ts'
import { boundsOf } from './bounds-of.ts'

let opened: Promise<Driver> | undefined

/**
 * The driver of this worker, which all of its suites share: a connector takes longer to start than most suites have to
 * do. Nobody closes it: what it has started ends with the worker, by its guard.
 *
 * @throws TargetError where the connector does not start; the next suite tries anew.
 */
export function driverOfWorker(plan: Plan): Promise<Driver> {
  opened ??= openDriver(plan.target, boundsOf(plan))
    .then(lessPatient)
    .catch((error: unknown) => {
      opened = undefined
      throw error
    })
  return opened
}
