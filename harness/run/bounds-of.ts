import type { Bounds } from '../drivers/process/bounds.ts'
import type { Plan } from '../engine/plan.ts'

/** Loading a module may take as long as so many calls. */
const CALLS_OF_A_LOAD = 3

/** What a connector's processes may take in a run with these settings. */
export function boundsOf({
  deadlineMilliseconds,
  memoryMegabytes,
  inspect,
}: Pick<Plan, 'deadlineMilliseconds'> & {
  readonly memoryMegabytes?: number | undefined
  readonly inspect?: Plan['inspect'] | undefined
}): Partial<Bounds> {
  return {
    loadMilliseconds: CALLS_OF_A_LOAD * deadlineMilliseconds,
    ...(memoryMegabytes === undefined ? {} : { memoryBytes: memoryMegabytes * 1_024 ** 2 }),
    ...(inspect === undefined ? {} : { inspect, attach: sayWhere }),
  }
}

function sayWhere(address: string): void {
  process.stderr.write(`a debugger attaches to the connector at ${address}\n`)
}
