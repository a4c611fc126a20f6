import type { Method } from '../../../contracts/method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface GatewayCase {
  readonly method: Method
  readonly status: 502 | 503 | 504
}

/** ERR-4, its SHOULD. A gateway that has nobody behind it says what NET-1 says. */
export default defineCheck({
  clause: 'ERR-4',
  aspect: 'gateway',
  level: 'SHOULD',
  claim: '502, 503 and 504 without a body give `service_unavailable`',
  cases: (capabilities) =>
    combinations<GatewayCase>({ method: requestingMethods(capabilities), status: [502, 503, 504] }),
  async run(session, { method, status }) {
    const fault = { kind: 'http-status', status, body: '' } as const
    await judgeError(session, method, fault, ['service_unavailable'])
  },
})
