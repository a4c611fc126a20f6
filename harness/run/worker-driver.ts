import type { Driver } from '../drivers/driver.ts'
import { lessPatient } from '../drivers/less-patient.ts'
import { openDriver } from '../drivers/open-driver.ts'
import type { Plan } from '../engine/plan.ts'
import { boundsOf } from './bounds-of.ts'

/** What of a plan decides how a connector is started. */
type Start = Pick<Plan, 'target' | 'deadlineMilliseconds' | 'memoryMegabytes' | 'inspect'>

const QUERY = 'early'

let opened: Promise<Driver> | undefined

/**
 * The driver of this worker, which all of its suites share: a connector takes longer to start than most suites have to
 * do. Nobody closes it: what it has started ends with the worker, by its guard.
 *
 * @throws TargetError where the connector does not start; the next suite tries anew.
 */
export function driverOfWorker(start: Start): Promise<Driver> {
  opened ??= openDriver(start.target, boundsOf(start))
    .then(lessPatient)
    .catch((error: unknown) => {
      opened = undefined
      throw error
    })
  return opened
}

/** Begins to open it. Where that fails, whoever asks for it tries anew, and is told. */
export function beginDriver(start: Start): void {
  driverOfWorker(start).catch(() => {})
}

/**
 * The address of a file with what it takes to begin early. A module alone takes long to start; the words of the others
 * may be nobody else's business, and addresses of files stand in lists of processes.
 */
export function withEarly(file: string, start: Start): string {
  const { target, deadlineMilliseconds, memoryMegabytes, inspect } = start
  if (target.kind !== 'module') return file
  const url = new URL(file)
  url.searchParams.set(
    QUERY,
    JSON.stringify({ target, deadlineMilliseconds, memoryMegabytes, inspect }),
  )
  return url.href
}

/** What stands in such an address. */
export function earlyIn(address: string): Start | undefined {
  const early = new URL(address).searchParams.get(QUERY)
  // This process's own parent has written it.
  return early === null ? undefined : (JSON.parse(early) as Start)
}
