import type { DataSource } from '../../contracts/data-source/data-source.ts'
import { requestLines } from '../engine/found/request-lines.ts'
import { wholeAnswer } from '../engine/found/whole-answer.ts'
import { TargetError } from '../errors.ts'
import type { Answer } from '../kit/answer.ts'
import type { Mode } from '../kit/requests.ts'
import type { Session } from '../kit/session.ts'

/** How Python says that a package is not installed: the environment's matter, and no defect of the connector. */
const MISSING_PACKAGE = /\bNo module named '?([\w.]+)/
/** Of the requests that came instead; further ones are counted. */
const MOST_NAMED = 3

/**
 * Makes sure that the connector speaks the API of the data source: its first calls reach an operation of it, or
 * make no request at all, of which nothing follows. Stops at the first call that reaches one.
 *
 * @returns what a user should know all the same, on one line: that it refuses its first calls by itself.
 * @throws TargetError where requests come and none of them reaches an operation, or where none comes since a package that the
 *   connector needs is not installed.
 */
export async function requireReached(session: Session, mode: Mode): Promise<string | undefined> {
  // Finding out the mode may have asked already.
  if (isReached(session)) return undefined
  const pinged = await session.connector.ping()
  if (isReached(session)) return undefined
  const { all } = session.source.query
  const asked =
    mode === 'asynchronous'
      ? await session.connector.query(all)
      : await session.connector.results(all, 0, 1)
  if (isReached(session)) return undefined
  const requests = requestLines(session.dataSource.control.journal.entries(), session.secrets)
  if (requests.length > 0) throw asksAnotherApi(requests, session.source)
  if (!isRefusal(pinged) || !isRefusal(asked)) return undefined
  const answer = `ping answers ${wholeAnswer(pinged, session)}`
  const [, missing] = MISSING_PACKAGE.exec(answer) ?? []
  if (missing !== undefined) throw lacksPackage(missing, answer)
  return refusesItsCalls(answer)
}

function lacksPackage(name: string, answer: string): TargetError {
  return new TargetError(`the connector makes no request: ${answer}`, {
    hint: `Install the Python package that has the module "${name}" for the Python that runs the connector; with --stix-shifter, --python names another one.`,
  })
}

/** What a user is told whose connector refuses by itself. */
export function refusesItsCalls(answer: string): string {
  return `note: its first call refuses: ${answer}`
}

function isReached({ dataSource }: Session): boolean {
  return dataSource.control.journal.entries().some(({ operation }) => operation !== undefined)
}

function isRefusal({ reading }: Answer): boolean {
  return reading.kind === 'failure'
}

/** What is said of a connector whose requests, which are these, reach no operation of the data source. */
export function asksAnotherApi(requests: readonly string[], { title }: DataSource): TargetError {
  const named = requests.slice(0, MOST_NAMED).map((request) => `\`${request}\``)
  const more = requests.length - named.length
  const all = more === 0 ? named : [...named, `${more} more`]
  const are = requests.length === 1 ? 'that is no operation' : 'those are no operations'
  return new TargetError(`this connector asks ${listed(all)}; ${are} of ${title}`, {
    hint: 'Name its data source with --data-source, or describe it: docs/data-sources.md.',
  })
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
