import type { FaultSpec } from '../../../mock-datasource/index.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import type { Session } from '../../kit/session.ts'

/**
 * MODE-1. `is_async` in all that may change its mind. That it says the same is judged of every answer; here, that it says
 * anything at all.
 */
export default defineCheck({
  clause: 'MODE-1',
  claim: '`is_async` answers whatever has happened',
  cases: () => ['nothing has happened', 'the data source is down', 'the data source errs'] as const,
  shows: 'a case',
  async run(session, circumstance) {
    await session.connector.isAsync()
    if (circumstance === 'the data source errs') {
      session.dataSource.fault(unavailable(session))
      await session.connector.ping()
    }
    const connector =
      circumstance === 'the data source is down'
        ? session.connectorAt({ connection: { port: await session.closedPort() } })
        : session.connector
    const again = await connector.isAsync()
    // An end of its process is ENV-1's too, but a run of this clause alone must not take it for an answer.
    if (again.result.kind !== 'answered') violated('true or false', describeAnswer(again))
  },
})

function unavailable({ source }: Session): FaultSpec {
  const code = source.errors.roles.unavailable
  return code === undefined ? { kind: 'http-status', status: 503 } : { kind: 'api-error', code }
}
