import { failure } from '../probe/expected.ts'
import { runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'
import { searchPath } from '../side.ts'

/** 1002 for an id that no search ever had. */
export const unknownSearch: Scenario = {
  name: 'unknown-search',
  title: 'A search that never was',
  run(side, observe) {
    const path = searchPath(side.newId())
    const expected = failure('does not exist')
    return runProbes(side, observe, [
      { name: 'its status', request: { method: 'GET', path }, expected },
      { name: 'its results', request: { method: 'GET', path: `${path}/results` }, expected },
      { name: 'its deletion', request: { method: 'DELETE', path }, expected },
    ])
  },
}
