import fc from 'fast-check'
import { ABC_API_ERRORS } from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Method } from '../../../contracts/method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

const CODES = [...Object.keys(ABC_API_ERRORS).map(Number), 7777]

interface Under200Case {
  readonly method: Method
  readonly code: number
}

/** ERR-5. The body's code says whether a request worked; the HTTP status alone does not. */
export default defineCheck({
  clause: 'ERR-5',
  claim: 'an error reported with HTTP status 200 is still a failure',
  cases: ({ mode }) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(mode)),
      code: fc.constantFrom(...CODES),
    }),
  always: ({ mode }) =>
    combinations<Under200Case>({ method: requestingMethods(mode), code: [1002, 1010] }),
  async run(session, { method, code }) {
    await judgeError(session, method, { kind: 'api-error', code, http: 200 }, [])
  },
})
