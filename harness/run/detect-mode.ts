import { wholeAnswer } from '../engine/found/whole-answer.ts'
import { TargetError } from '../errors.ts'
import type { Answer } from '../kit/answer.ts'
import { describeAnswer } from '../kit/expectations.ts'
import type { Mode } from '../kit/requests.ts'
import type { Session } from '../kit/session.ts'
import { visible } from '../text/visible.ts'

/**
 * Asks the connector what it is, unless its author has declared that. One whose `is_async` is no boolean is
 * known by what its `query` does. What it says of itself is judged by MODE-1, not here.
 *
 * @throws TargetError where the connector cannot be started at all, or refuses to say or do anything.
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
  const queried = await session.connector.query(session.source.query.all)
  if (control.state().searches.length > 0) return 'asynchronous'
  const refuses = answer.reading.kind === 'failure' && queried.reading.kind === 'failure'
  if (refuses) throw refusal(session, answer)
  if (answer.result.kind === 'answered') return 'synchronous'
  throw nothingToVerify(session, answer)
}

/** A connector that takes no connection of ours (stix-shifter checks each against config.json) says so. */
function refusal(session: Session, answer: Answer): TargetError {
  const { connection, more = {} } = session.source.given
  const always = [...connection.filter((member) => member !== 'scheme'), ...Object.keys(more)]
  const words = `${always.join(', ')}${connection.includes('scheme') ? ' and, with --http, scheme' : ''}`
  return new TargetError(
    `is_async answers ${wholeAnswer(answer, session)}, and query fails too: there is nothing to verify`,
    {
      hint: `Check that the connector's configuration takes the connection: ${words}.`,
    },
  )
}

function nothingToVerify({ secrets }: Session, answer: Answer): TargetError {
  const lastLine = answer.result.stderr.trim().split('\n').at(-1) ?? ''
  return new TargetError(
    secrets.mask(
      `is_async gives ${describeAnswer(answer)}, and query makes no search: there is nothing to verify`,
    ),
    {
      hint: visible(secrets.mask(lastLine)) || 'Run one method by hand and see what it prints.',
    },
  )
}
