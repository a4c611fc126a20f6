import fc from 'fast-check'
import {
  ABC_API_ERRORS,
  ABC_CODES_OF_ANY_ERROR,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

/** Neighbours of listed codes, and codes that look like HTTP statuses without being in the table. */
const TELLING = [1001, 1006, 1999, 2001, 9999, 0]

interface UnlistedCase {
  readonly method: Method
  readonly code: number
}

/** ERR-2. What the table does not list is `unknown`; the few codes without a counterpart just fail. */
export default defineCheck({
  clause: 'ERR-2',
  claim: 'a code outside the table maps to `unknown`',
  cases: (capabilities) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities.mode)),
      code: fc.integer({ min: 600, max: 99_999 }).filter((code) => !isListed(code, capabilities)),
    }),
  always: (capabilities) =>
    combinations<UnlistedCase>({
      method: requestingMethods(capabilities.mode),
      code: [...TELLING.filter((code) => !isListed(code, capabilities)), ...ABC_CODES_OF_ANY_ERROR],
    }),
  async run(session, { method, code }) {
    const expected = ABC_CODES_OF_ANY_ERROR.includes(code) ? [] : (['unknown'] as const)
    await judgeError(session, method, { kind: 'api-error', code }, expected)
  },
})

function isListed(code: number, { declarations }: Capabilities): boolean {
  return code in ABC_API_ERRORS || code in (declarations.errors ?? {})
}
