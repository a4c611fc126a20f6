import type { Method } from '../../../contracts/method.ts'
import { callMethod } from '../../kit/call-method.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { fails } from '../../kit/expectations.ts'
import { requestingMethods } from '../../kit/requests.ts'
import { CaseNotApplicable } from '../../kit/violation.ts'

interface NowhereCase {
  readonly method: Method
  readonly nobody: 'nothing listens' | 'unknown host'
}

/** NET-1. A data source that is not there is out of service, whichever way it is not there. */
export default defineCheck({
  clause: 'NET-1',
  claim: 'nothing listening, or an unknown host, fails with `service_unavailable`',
  cases: (capabilities) =>
    combinations<NowhereCase>({
      method: requestingMethods(capabilities),
      nobody: ['nothing listens', 'unknown host'],
    }),
  async run(session, { method, nobody }) {
    const search = await session.dataSource.completedSearch()
    if (await needsNoRequest()) throw new CaseNotApplicable(`${method} makes no request`)
    const connection =
      nobody === 'nothing listens'
        ? { port: await session.closedPort() }
        : { host: await session.unknownHost() }
    fails(
      await callMethod(session.connectorAt({ connection }), method, search),
      'service_unavailable',
    )

    /** Whether the method answers without asking the data source, so that nobody's absence shows. */
    async function needsNoRequest() {
      const answer = await callMethod(session.connector, method, search)
      return answer.reading.kind === 'success' && answer.exchanges.length === 0
    }
  },
})
