import { givenDiverting } from '../drivers/process/diverting-variables.ts'
import type { Asked } from '../engine/found/asked.ts'
import type { Plan } from '../engine/plan.ts'

/**
 * Why a run has no verdict in which no request reached the data source: whatever the connector answered, it answers for
 * nothing. Names what may be why, as far as that is known.
 */
export function nothingArrived(
  { dataSource, driver }: Pick<Plan, 'dataSource' | 'driver'>,
  { refusal }: Pick<Asked, 'refusal'>,
  given: readonly string[] = givenDiverting(),
): string {
  const are = given.length === 1 ? 'is' : 'are'
  const why = [
    ...(given.length === 0 ? [] : [`${given.join(', ')} ${are} set for it, and may be why`]),
    ...(driver === 'proxy-host' ? ['the host that runs it has variables of its own'] : []),
    ...(refusal === undefined ? [] : [refusal]),
  ]
  return [`nothing arrived: no call made a request of ${dataSource.title}`, ...why].join('; ')
}
