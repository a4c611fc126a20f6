import type { Method } from '../../../contracts/method.ts'
import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

const CUTS = {
  'before the response': { kind: 'reset' },
  'within the response': { kind: 'close-mid-body' },
} as const satisfies Record<string, FaultSpec>

interface CutCase {
  readonly method: Method
  readonly cut: keyof typeof CUTS
}

/** NET-2. Half a response is no response. */
export default defineCheck({
  clause: 'NET-2',
  claim: 'a connection cut before or within a response gives a failure',
  cases: (capabilities) =>
    combinations<CutCase>({
      method: requestingMethods(capabilities),
      cut: Object.keys(CUTS) as (keyof typeof CUTS)[],
    }),
  run: (session, { method, cut }) => judgeError(session, method, CUTS[cut], []),
})
