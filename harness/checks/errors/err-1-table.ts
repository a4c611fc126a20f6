import fc from 'fast-check'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles, isMeantAt, meansOf } from '../../../contracts/data-source/means-of.ts'
import type { ErrorTable } from '../../../contracts/error-table.ts'
import type { Method } from '../../../contracts/method.ts'
import { apiMessage } from '../../kit/arbitraries/api-message.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { operationOf, requestingMethods } from '../../kit/requests.ts'

interface TableCase {
  readonly method: Method
  readonly code: Code
  readonly message: string
}

/** ERR-1. Each code of the data source's table comes out as the ErrorCode that the table names. */
export default defineCheck<TableCase>({
  clause: 'ERR-1',
  claim: "the API's codes map to ErrorCodes as the table says",
  cases: (capabilities) => {
    const codes = codesOf(capabilities)
    if (codes.length === 0) return []
    return fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities)),
      code: fc.constantFrom(...codes),
      message: apiMessage,
    })
  },
  always: (capabilities) =>
    combinations<TableCase>({
      method: requestingMethods(capabilities),
      code: codesOf(capabilities),
      message: ['An error of the data source'],
    }),
  tells: ({ method, code }) => `${method} ${code}`,
  async run(session, { method, code, message }) {
    const isMeant = isMeantAt(session.source, code, operationOf(session, method))
    const expected = isMeant ? (tableOf(session)[code] ?? ['unknown']) : []
    await judgeError(session, method, { kind: 'api-error', code, message }, expected)
  },
})

function tableOf({ declarations, source }: Capabilities): ErrorTable {
  return meansOf(source, declarations.errors)
}

function codesOf(capabilities: Capabilities): readonly Code[] {
  const { source } = capabilities
  const known = Object.keys(source.errors.table)
  // Codes for what HTTP itself defines have a clause of their own, ERR-3.
  const ofHttp = codesWithRoles(source, ['unauthenticated', 'forbidden', 'too_many'])
  const declared = Object.keys(tableOf(capabilities)).filter((code) => !ofHttp.includes(code))
  // The order of the API's own table, so that the smallest case does not depend on how a table is written.
  return declared.toSorted((a, b) => known.indexOf(a) - known.indexOf(b))
}
