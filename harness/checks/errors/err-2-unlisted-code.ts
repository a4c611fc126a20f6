import fc from 'fast-check'
import type { Code } from '../../../contracts/data-source/errors.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'

interface UnlistedCase {
  readonly method: Method
  readonly code: Code
}

/** ERR-2. What the table does not list is `unknown`; the few codes without a counterpart just fail. */
export default defineCheck<UnlistedCase>({
  clause: 'ERR-2',
  claim: 'a code outside the table maps to `unknown`',
  needs: ['an unlisted code'],
  cases: (capabilities) => {
    const { made } = capabilities.source.errors.unlisted
    if (made === undefined) return tellingCases(capabilities)
    return fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities)),
      code: fc
        .integer(made)
        .filter((code) => !isListed(String(code), capabilities))
        // And back, so that a case which is always tried can become a smaller one.
        .map(String, Number),
    })
  },
  always: (capabilities) => {
    const { made } = capabilities.source.errors.unlisted
    return made === undefined ? [] : tellingCases(capabilities)
  },
  tells: ({ method }) => method,
  async run(session, { method, code }) {
    const ofAny = session.source.errors.ofAnyCode.includes(code)
    const expected = ofAny ? [] : (['unknown'] as const)
    await judgeError(session, method, { kind: 'api-error', code }, expected)
  },
})

/** Neighbours of listed codes, codes that look like others without being in the table, and those of any ErrorCode. */
function tellingCases(capabilities: Capabilities): readonly UnlistedCase[] {
  const { unlisted, ofAnyCode } = capabilities.source.errors
  const telling = unlisted.telling.filter((code) => !isListed(code, capabilities))
  return combinations<UnlistedCase>({
    method: requestingMethods(capabilities),
    code: [...telling, ...ofAnyCode],
  })
}

function isListed(code: Code, { declarations, source }: Capabilities): boolean {
  return code in source.errors.table || code in (declarations.errors ?? {})
}
