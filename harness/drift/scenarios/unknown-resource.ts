import { failure } from '../probe/expected.ts'
import { runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'
import { searchPath } from '../side.ts'

/** 404 with code 404: no such resource, which is not the same as no such search. */
export const unknownResource: Scenario = {
  name: 'unknown-resource',
  title: 'A resource that does not exist',
  run: (side, observe) =>
    runProbes(side, observe, [
      {
        name: 'an unknown path',
        request: { method: 'GET', path: '/connector-contract-nothing' },
        expected: failure(),
      },
      {
        name: 'an unknown path below a search',
        request: { method: 'GET', path: `${searchPath(side.newId())}/connector-contract-nothing` },
        expected: failure(),
      },
    ]),
}
