import type { Scenario } from '../../../contracts/scenario.ts'
import { scenarioOf } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import type { Failure } from './failure.ts'

/**
 * A kept failure as a scenario that a stranger can run with nothing else at hand: the state before the call that failed, and
 * the call, over the connection that it was made over. Where a secret stood in them a placeholder stands: one of the session's
 * credentials becomes that of whoever runs it, and for one that its user gave they are asked.
 *
 * @param dataSource how the scenario says which data source it is.
 * @throws UsageError where the call needs what no scenario has.
 */
export function scenarioOfFailure(
  { id, scheme, check, expected, actual, latestCall: call, snapshot }: Failure,
  dataSource: NonNullable<Scenario['data_source']>,
): Scenario {
  const obstacle = obstacleTo(call)
  if (obstacle !== undefined || call === undefined) {
    throw new UsageError(`${id} is no scenario: ${obstacle}`, {
      hint: `Run the whole case instead: npx connector-contract replay ${id}`,
    })
  }
  const { method, change } = call
  return {
    about: `${check}: expected ${expected}; actual ${actual}`,
    ...scenarioOf(dataSource, snapshot),
    ...(scheme === 'http' && { scheme }),
    time: 'still',
    call: {
      method,
      arguments: [...call.arguments],
      ...(Object.keys(change).length > 0 && { change }),
    },
  }
}

function obstacleTo(call: Failure['latestCall']): string | undefined {
  if (call === undefined) return 'it has no call that could be made elsewhere'
  if (!call.elsewhere) return undefined
  return 'its call reaches a second data source, of which no scenario knows the address'
}
