import type { Scenario } from '../../../contracts/scenario.ts'
import { scenarioOf } from '../../../mock-datasource/index.ts'
import { UsageError } from '../../errors.ts'
import type { Failure } from './failure.ts'

/** What stands for a secret of the session, in whatever encoding. */
const MARK = /\{\{[^{}]+, (?:plain|percent|base64)\}\}/

/**
 * A kept failure as a scenario that a stranger can run with nothing else at hand: the state before the call that failed, and
 * the call.
 *
 * @param dataSource how the scenario names the data source: by its name, or by the path of its file.
 * @throws UsageError where the call needs what no scenario has: another connection, a second data source, a secret.
 */
export function scenarioOfFailure(failure: Failure, dataSource: string): Scenario {
  const { id, check, expected, actual, latestCall: call, snapshot } = failure
  const obstacle = obstacleTo(failure)
  if (obstacle !== undefined || call === undefined) {
    throw new UsageError(`${id} is no scenario: ${obstacle}`, {
      hint: `Run the whole case instead: npx connector-contract replay ${id}`,
    })
  }
  return {
    about: `${check}: expected ${expected}; actual ${actual}`,
    ...scenarioOf(dataSource, snapshot),
    time: 'still',
    call: { method: call.method, arguments: [...call.arguments] },
  }
}

function obstacleTo({ latestCall: call, snapshot }: Failure): string | undefined {
  if (call === undefined) return 'it has no call that could be made elsewhere'
  if (call.elsewhere) return 'it needs a second data source'
  if (Object.keys(call.change).length > 0) return 'its call is made over a connection of its own'
  if (MARK.test(JSON.stringify([call.arguments, snapshot['searches']]))) {
    return 'a secret stands in its call, and no scenario holds one'
  }
  return undefined
}
