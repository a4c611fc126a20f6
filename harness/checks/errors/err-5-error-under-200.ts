import fc from 'fast-check'
import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles } from '../../../contracts/data-source/means-of.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface Under200Case {
  readonly method: Method
  readonly code: Code
}

/** ERR-5. The body's code says whether a request worked; the HTTP status alone does not. */
export default defineCheck<Under200Case>({
  clause: 'ERR-5',
  claim: 'an error reported with HTTP status 200 is still a failure',
  cases: (capabilities) =>
    fc.record({
      method: fc.constantFrom(...requestingMethods(capabilities)),
      code: fc.constantFrom(...codesOf(capabilities)),
    }),
  always: (capabilities) =>
    combinations<Under200Case>({
      method: requestingMethods(capabilities),
      code: codesWithRoles(capabilities.source, ['no_such_search', 'unavailable']),
    }),
  async run(session, { method, code }) {
    const { reads, title } = session.source
    await judgeError(
      session,
      method,
      { kind: 'api-error', code, http: 200 },
      [],
      ({ response }) => {
        if (response !== undefined && reads.errorCode(response) === undefined) {
          throw new CaseNotApplicable(`${title} tells this error by its HTTP status alone`)
        }
      },
    )
  },
})

function codesOf({ source }: Capabilities): readonly Code[] {
  return [...Object.keys(source.errors.table), source.errors.unlisted.usual]
}
