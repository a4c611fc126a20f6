import { fileURLToPath } from 'node:url'
import type { Call, CallResult, Driver } from '../../../../harness/drivers/driver.ts'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { aCall } from '../fixtures/a-call.ts'

/** A package of our own in the place of stix-shifter. */
export const STAND_IN = fileURLToPath(
  new URL('../../../python/stix_shifter_stand_in', import.meta.url),
)

export function openStandIn(module = 'odd', python = 'python3'): Promise<Driver> {
  return openDriver({ kind: 'stix-shifter', checkout: STAND_IN, module, python, from: '/' })
}

/** Has the module `odd` do what a name in its behaviours.py stands for. */
export function behave(
  driver: Driver,
  behaviour: string,
  given: Partial<Call> = {},
): Promise<CallResult> {
  return driver.call(aCall({ method: 'query', arguments: [behaviour], ...given }))
}
