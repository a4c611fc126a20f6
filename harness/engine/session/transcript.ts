import type { Connection } from '../../../contracts/connection.ts'
import type { Method } from '../../../contracts/method.ts'
import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { type Answer, describeResult } from '../../kit/answer.ts'
import { printable } from '../../kit/printable.ts'
import type { SecretFinder } from '../../kit/secrets.ts'
import type { ConnectionChange } from '../../kit/session.ts'
import { cutText } from '../../text/cut-text.ts'
import { steady, steadyIn, withoutCertificate } from './steady.ts'

/** One call of a transcript, as plain JSON with every secret masked. */
export interface TranscriptCall {
  readonly method: Method
  /** Each argument as JSON. */
  readonly arguments: readonly string[]
  /** What the case changed about its connection, in words, where it changed anything. */
  readonly change?: string
  /** What came back, in words. */
  readonly answer: string
  /** It is the last of several values that the command printed. */
  readonly several?: true
  /** The end of what the connector wrote to standard error, where it wrote anything. */
  readonly stderr?: string
  /** Where the exception was thrown that is the answer, a frame a line, the innermost last. */
  readonly trace?: string
  readonly exchanges: readonly JournalEntry[]
  /** The call as a command line; port and certificate are for whoever repeats it to fill in. */
  readonly command: string
}

const STDERR_TAIL = 2_000
/** Whole for the answers of most cases, so that a report can leave out of it what matters least. */
const LONGEST_ANSWER = 8_000

/** Whole with the longest query that a check makes, to be pasted. */
const LONGEST_COMMAND = 500_000
/** Whole for every page that a check has served. */
const LONGEST_BODY = 200_000

/** What repeats a call elsewhere: the call itself, and how its connection differed from the session's. */
export interface RepeatableCall {
  readonly method: Method
  readonly arguments: readonly unknown[]
  readonly change: ConnectionChange
  /** It went, or was sent on, to a second data source, which a repetition does not have. */
  readonly elsewhere: boolean
}

/** Turns an answer into its line of the transcript. */
export function transcribe(
  answer: Answer,
  connection: Connection,
  commandLine: (connection: Connection) => string,
  secrets: SecretFinder,
  change: string | undefined,
): TranscriptCall {
  const { stderr: written } = answer.result
  const stderr = written.slice(-STDERR_TAIL)
  const isCut = stderr.length < written.length
  const shown = (text: string) => cutText(steady(secrets.mask(text)))
  return {
    method: answer.method,
    arguments: answer.arguments.map((argument) => shown(printable(argument))),
    ...(change === undefined ? {} : { change: shown(change) }),
    answer: shown(describeResult(answer.result, LONGEST_ANSWER)),
    ...(answer.result.kind === 'answered' && answer.result.several ? { several: true } : {}),
    ...(stderr === '' ? {} : { stderr: steady(secrets.mask(stderr, isCut)) }),
    ...traceIn(answer, shown),
    exchanges: steadyIn(answer.exchanges.map(withShortBodies)),
    command: cutText(
      steady(secrets.mask(commandLine(withoutCertificate(connection)))),
      LONGEST_COMMAND,
    ),
  }
}

function traceIn({ result }: Answer, shown: (text: string) => string) {
  return result.kind === 'threw' && result.trace !== undefined ? { trace: shown(result.trace) } : {}
}

/** The journal has masked them. */
function withShortBodies(exchange: JournalEntry): JournalEntry {
  const { request, response } = exchange
  const { body } = request
  return {
    ...exchange,
    request: body === undefined ? request : { ...request, body: cutText(body, LONGEST_BODY) },
    ...(response && { response: { ...response, body: cutText(response.body, LONGEST_BODY) } }),
  }
}
