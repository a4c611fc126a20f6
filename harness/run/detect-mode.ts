import { TargetError } from '../errors.ts'
import { describeAnswer } from '../kit/expectations.ts'
import type { Mode } from '../kit/requests.ts'
import type { Session } from '../kit/session.ts'
import { visible } from '../kit/visible.ts'

/**
 * Asks the connector what it is, unless its author has declared that; MODE-1 then judges whether it says so
 * too. One whose `is_async` is no boolean is known by what its `query` does:
 * the answer itself is judged by MODE-1, not here.
 *
 * @throws TargetError where the connector cannot be started at all.
 */
export async function detectMode(session: Session): Promise<Mode> {
  const answer = await session.connector.isAsync()
  if (answer.result.kind === 'could-not-start') {
    throw new TargetError(`the connector does not start: ${answer.result.reason}`, {
      hint: 'Run the command by hand, with the method `is_async`, and see what it says.',
    })
  }
  const { mode } = session.declarations
  if (mode !== undefined) return mode
  if (answer.reading.kind === 'boolean') {
    return answer.reading.value ? 'asynchronous' : 'synchronous'
  }
  const { control } = session.dataSource
  await session.connector.query('SELECT * FROM events')
  if (control.state().searches.length > 0) return 'asynchronous'
  if (answer.result.kind === 'answered') return 'synchronous'
  const { secrets } = session
  const lastLine = answer.result.stderr.trim().split('\n').at(-1) ?? ''
  throw new TargetError(
    secrets.mask(
      `is_async gives ${describeAnswer(answer)}, and query makes no search: there is nothing to verify`,
    ),
    {
      hint: visible(secrets.mask(lastLine)) || 'Run one method by hand and see what it prints.',
    },
  )
}
