import { logInsOf } from '../../../contracts/data-source/serving.ts'
import type { Method } from '../../../contracts/method.ts'
import type { Answer } from '../../kit/answer.ts'
import { callMethod } from '../../kit/call-method.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails, keysOf, sameKeys, succeeds, violated } from '../../kit/expectations.ts'
import { atRequestsOf, requestingMethods } from '../../kit/requests.ts'
import type { Session } from '../../kit/session.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'
import { wrongCredentials } from '../../kit/wrong-credentials.ts'

const TROUBLES = ['expired', 'expired between pages', 'never taken', 'refused'] as const

interface RenewalCase {
  readonly method: Method
  /** What becomes of the session key, or of the credentials that it is had for. */
  readonly trouble: (typeof TROUBLES)[number]
}

/** ERR-3, its SHOULD. A key that has expired is no trouble of the caller's; credentials that are refused are. */
export default defineCheck<RenewalCase>({
  clause: 'ERR-3',
  aspect: 'renewal',
  level: 'SHOULD',
  claim: 'a session key that is no longer taken is renewed within the call, once',
  needs: ['a log-in'],
  cases: (capabilities) =>
    combinations<RenewalCase>({
      method: requestingMethods(capabilities),
      trouble: [...TROUBLES],
    }).filter(({ method, trouble }) => mayHappen(method, trouble, capabilities)),
  async run(session, { method, trouble }) {
    if (trouble === 'refused') return refused(session, method)
    if (trouble === 'never taken') return neverTaken(session, method)
    const rows = { rows: 6, pageSize: 3 }
    const search = await session.dataSource.completedSearch(rows)
    const after = trouble === 'expired' ? 0 : 1
    const where = atRequestsOf(session, method)
    session.dataSource.fault({ kind: 'session-expired', times: 1, after, ...where })
    const answer = await callMethod(session.connector, method, search)
    if (answer.exchanges.every(({ fault }) => fault === undefined)) {
      throw new CaseNotApplicable(`${method} makes no such request`)
    }
    succeeds(answer, 'success, by another log-in')
    if (method === 'results') sameKeys(keysOf(answer), search.keys, 'rows')
  },
})

function mayHappen(
  method: Method,
  trouble: RenewalCase['trouble'],
  capabilities: Capabilities,
): boolean {
  if (trouble === 'refused') return Object.keys(wrongCredentials(capabilities)).length > 0
  const hasPages = method === 'results' && capabilities.source.paging.style !== 'whole'
  return trouble !== 'expired between pages' || hasPages
}

/** However often it logs in, the data source does not know the caller: two log-ins show that. */
async function neverTaken(session: Session, method: Method): Promise<void> {
  const search = await session.dataSource.completedSearch()
  session.dataSource.fault({ kind: 'session-expired', ...atRequestsOf(session, method) })
  const answer = await callMethod(session.connector, method, search)
  if (answer.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
  fails(answer, 'authentication_fail')
  logsInAtMost(2, answer, session)
}

async function refused(session: Session, method: Method): Promise<void> {
  const search = await session.dataSource.completedSearch()
  const connector = session.connectorAt({ credentials: wrongCredentials(session) })
  const answer = await callMethod(connector, method, search)
  if (answer.exchanges.length === 0) throw new CaseNotApplicable(`${method} makes no request`)
  logsInAtMost(1, answer, session)
}

function logsInAtMost(most: number, { exchanges }: Answer, { source }: Session): void {
  const logIns = logInsOf(source)
  const { length } = exchanges.filter(({ operation = '' }) => logIns.includes(operation))
  if (length > most) violated(`at most ${most} ${most === 1 ? 'log-in' : 'log-ins'}`, `${length}`)
}
