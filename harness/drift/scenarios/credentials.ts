import { failure } from '../probe/expected.ts'
import { runProbes } from '../probe/run-probes.ts'
import type { Scenario } from '../scenario.ts'
import { searchPath } from '../side.ts'

const FAILED = failure('Authentication failed')

/** Credentials that nobody has, so that no account is locked by trying. */
export const credentials: Scenario = {
  name: 'credentials',
  title: 'Missing and wrong credentials',
  run: (side, observe) =>
    runProbes(side, observe, [
      {
        name: 'no credentials',
        request: { method: 'GET', path: '/ping', as: 'nobody' },
        expected: FAILED,
      },
      {
        name: 'no credentials, for a search',
        request: { method: 'GET', path: searchPath(side.newId()), as: 'nobody' },
        expected: FAILED,
      },
      {
        name: 'an unknown user',
        request: { method: 'GET', path: '/ping', as: 'a stranger' },
        expected: FAILED,
      },
      {
        name: 'a wrong token',
        request: { method: 'GET', path: '/ping', as: 'a wrong token' },
        expected: FAILED,
      },
    ]),
}
