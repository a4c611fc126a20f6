import type { Code } from '../../../contracts/data-source/errors.ts'
import { codesWithRoles, meansOf } from '../../../contracts/data-source/means-of.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'
import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { judgeError } from '../../kit/judge-error.ts'
import { requestingMethods } from '../../kit/requests.ts'
import type { Session } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'
import { wrongCredentials } from '../../kit/wrong-credentials.ts'

const WRONG_PASSWORD = 'wrong password'

/** What each trouble is where no table says. */
const ROLES = {
  unauthenticated: ['authentication_fail'],
  forbidden: ['forbidden', 'authentication_fail'],
  too_many: ['too_many_requests', 'service_unavailable'],
} as const satisfies Record<string, readonly ErrorCode[]>
type Role = keyof typeof ROLES
const ROLE_NAMES = Object.keys(ROLES) as Role[]

interface RefusedCase {
  readonly method: Method
  /** That the password is wrong, or a code by which the data source refuses. */
  readonly refusal: string
}

/** ERR-3. Who you are, what you may do and how often you ask are three different troubles. */
export default defineCheck<RefusedCase>({
  clause: 'ERR-3',
  claim: '401, 403 and 429 map to `authentication_fail`, `forbidden` and `too_many_requests`',
  needs: ['unauthenticated'],
  cases: (capabilities) =>
    combinations<RefusedCase>({
      method: requestingMethods(capabilities),
      refusal: refusalsOf(capabilities),
    }),
  tells: ({ method, refusal }) => `${method} ${refusal}`,
  async run(session, { method, refusal }) {
    if (refusal === WRONG_PASSWORD) return withWrongPassword(session, method)
    const fault = { kind: 'api-error', code: refusal } as const
    await judgeError(session, method, fault, meansOfRefusal(session, refusal))
  },
})

/** A connector that is given no secrets has none that could be wrong. */
function refusalsOf(capabilities: Capabilities): readonly string[] {
  const wrong = Object.keys(wrongCredentials(capabilities)).length > 0 ? [WRONG_PASSWORD] : []
  return [...wrong, ...codesWithRoles(capabilities.source, ROLE_NAMES)]
}

function meansOfRefusal({ declarations, source }: Session, code: Code): readonly ErrorCode[] {
  const role = ROLE_NAMES.find((each) => source.errors.roles[each] === code)
  const usual = role === undefined ? [] : ROLES[role]
  return declarations.errors?.[code] ?? meansOf(source)[code] ?? usual
}

async function withWrongPassword(session: Session, method: Method): Promise<void> {
  const search = await session.dataSource.completedSearch()
  const connector = session.connectorAt({ credentials: wrongCredentials(session) })
  const answer = await callMethod(connector, method, search)
  if (answer.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
  fails(answer, 'authentication_fail')
}
