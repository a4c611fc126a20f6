import fc from 'fast-check'
import {
  ABC_API_ERRORS,
  ABC_ERROR_TABLE,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Method } from '../../../contracts/method.ts'
import { apiMessage } from '../../kit/arbitraries/api-message.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

/** Codes that HTTP itself defines have a clause of their own, ERR-3. */
const OF_HTTP = ['401', '403', '429']

interface TableCase {
  readonly method: Method
  readonly code: number
  readonly message: string
}

/** ERR-1. Each code of the data source's table comes out as the ErrorCode that the table names. */
export default defineCheck({
  clause: 'ERR-1',
  claim: "the API's codes map to ErrorCodes as the table says",
  cases: (capabilities) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities.mode)),
      code: fc.constantFrom(...codesOf(capabilities)),
      message: apiMessage,
    }),
  always: (capabilities) =>
    combinations<TableCase>({
      method: requestingMethods(capabilities.mode),
      code: codesOf(capabilities),
      message: ['An error of the data source'],
    }),
  async run(session, { method, code, message }) {
    const expected = tableOf(session)[code] ?? ['unknown']
    await judgeError(session, method, { kind: 'api-error', code, message }, expected)
  },
})

function tableOf({ declarations }: Capabilities) {
  return declarations.errors ?? ABC_ERROR_TABLE
}

function codesOf(capabilities: Capabilities): readonly number[] {
  const known = Object.keys(ABC_API_ERRORS)
  const declared = Object.keys(tableOf(capabilities)).filter((code) => !OF_HTTP.includes(code))
  // The order of the API's own table, so that the smallest case does not depend on how a table is written.
  return declared.toSorted((a, b) => known.indexOf(a) - known.indexOf(b)).map(Number)
}
