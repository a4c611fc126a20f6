import type { FaultSpec } from '../../../mock-datasource/index.ts'
import type { Answer } from '../../kit/answer.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, violated } from '../../kit/expectations.ts'
import type { Session } from '../../kit/session.ts'

/** MODE-1. `is_async` says the same whatever the data source is up to: the caller plans with it. */
export default defineCheck({
  clause: 'MODE-1',
  claim: '`is_async` answers one boolean, always the same',
  cases: () => ['nothing has happened', 'the data source is down', 'the data source errs'] as const,
  shows: 'a case',
  async run(session, circumstance) {
    const first = booleanOf(await session.connector.isAsync())
    const declared = session.declarations.mode
    if (declared !== undefined && first !== (declared === 'asynchronous')) {
      violated(`${!first}, since its author declares that it is ${declared}`, String(first))
    }
    if (circumstance === 'the data source errs') {
      session.dataSource.fault(unavailable(session))
      await session.connector.ping()
    }
    const connector =
      circumstance === 'the data source is down'
        ? session.connectorAt({ connection: { port: await session.closedPort() } })
        : session.connector
    const again = await connector.isAsync()
    if (booleanOf(again) !== first) violated(`${first}, as before`, describeAnswer(again))
  },
})

function unavailable({ source }: Session): FaultSpec {
  const code = source.errors.roles.unavailable
  return code === undefined ? { kind: 'http-status', status: 503 } : { kind: 'api-error', code }
}

function booleanOf(answer: Answer): boolean {
  if (answer.reading.kind === 'boolean') return answer.reading.value
  return violated('true or false', describeAnswer(answer))
}
