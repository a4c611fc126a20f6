import { ABC_ERROR_TABLE } from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'
import type { Session } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface RefusedCase {
  readonly method: Method
  readonly refusal: 'wrong password' | '401' | '403' | '429'
}

/** ERR-3. Who you are, what you may do and how often you ask are three different troubles. */
export default defineCheck({
  clause: 'ERR-3',
  claim: '401, 403 and 429 map to `authentication_fail`, `forbidden` and `too_many_requests`',
  cases: ({ mode }) =>
    combinations<RefusedCase>({
      method: requestingMethods(mode),
      refusal: ['wrong password', '401', '403', '429'],
    }),
  async run(session, { method, refusal }) {
    if (refusal === 'wrong password') return withWrongPassword(session, method)
    const codes = session.declarations.errors?.[refusal] ?? ABC_ERROR_TABLE[refusal] ?? []
    await judgeError(session, method, { kind: 'api-error', code: Number(refusal) }, codes)
  },
})

async function withWrongPassword(session: Session, method: Method): Promise<void> {
  const search = await session.dataSource.completedSearch()
  const connector = session.connectorAt({ password: 'not-the-password' })
  const answer = await callMethod(connector, method, search)
  if (answer.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
  fails(answer, 'authentication_fail')
}
