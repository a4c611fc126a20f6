import { failure } from '../probe/expected.ts'
import { runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'
import { searchPath } from '../side.ts'

/** Only methods that can do no harm, should one of them be allowed after all. */
export const wrongMethod: Scenario = {
  name: 'wrong-method',
  title: 'A method that is not allowed',
  run: (side, observe) =>
    runProbes(side, observe, [
      { name: 'PUT on ping', request: { method: 'PUT', path: '/ping' }, expected: failure() },
      {
        name: 'GET on the synchronous query',
        request: { method: 'GET', path: '/events/query' },
        expected: failure(),
      },
      {
        name: 'PUT on a search',
        request: { method: 'PUT', path: searchPath(side.newId()) },
        expected: failure(),
      },
    ]),
}
