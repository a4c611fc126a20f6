import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { requestingMethods } from '../../kit/requests.ts'

const TIMEOUT_SECONDS = 1

/** Those in which a client gives up by itself, and says of which request. */
const FAULTS = {
  'never answers': { kind: 'hang' },
  'drips its body': { kind: 'drip', milliseconds: 300, headers: false },
  'hangs up in the middle': { kind: 'close-mid-body' },
  'sends more and more': { kind: 'oversized', bytes: 2 * 1_024 * 1_024 },
  'redirects in a loop': { kind: 'redirect' },
  'answers no text': { kind: 'not-utf8' },
} as const satisfies Record<string, FaultSpec>

interface FaultyCase {
  readonly fault: keyof typeof FAULTS
  readonly method: Method
}

/** SEC-1. What a connector gives up on, it tells of without the credentials that the request carried. */
export default defineCheck({
  clause: 'SEC-1',
  aspect: 'request given up',
  claim: 'what is said of a request given up holds no credentials',
  waits: true,
  cases: (capabilities) =>
    combinations<FaultyCase>({
      fault: Object.keys(FAULTS) as (keyof typeof FAULTS)[],
      method: requestingMethods(capabilities),
    }),
  async run({ connectorAt, dataSource }, { fault, method }) {
    const search = await dataSource.completedSearch()
    dataSource.fault(FAULTS[fault])
    const connector = connectorAt({ connection: { options: { timeout: TIMEOUT_SECONDS } } })
    await callMethod(connector, method, search)
  },
})
