import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestingMethods, requestsOf } from '../../kit/requests.ts'

/** "A few" requests, generously read. */
const FEW = 5

const REFUSALS = {
  '429': { kind: 'http-status', status: 429, headers: { 'Retry-After': '60' } },
  '503': { kind: 'http-status', status: 503, headers: { 'Retry-After': '60' } },
} as const satisfies Record<string, FaultSpec>

interface RefusedCase {
  readonly method: Method
  readonly refusal: keyof typeof REFUSALS
}

/** NET-5, its SHOULD. Who is asked to come back later does not come back at once, again and again. */
export default defineCheck({
  clause: 'NET-5',
  level: 'SHOULD',
  claim: 'no more than a few requests per call under 429 or 503',
  cases: (capabilities) =>
    combinations<RefusedCase>({ method: requestingMethods(capabilities), refusal: ['429', '503'] }),
  async run({ connector, dataSource, source }, { method, refusal }) {
    const search = await dataSource.completedSearch()
    dataSource.fault(REFUSALS[refusal])
    const { length } = requestsOf(await callMethod(connector, method, search), source)
    if (length > FEW) {
      violated(`at most ${FEW} requests`, `${length} requests in one call`)
    }
  },
})
