import type { Code } from '../contracts/data-source/errors.ts'
import type { DataSourceDefinition, FailureDetails } from './data-source-definition.ts'
import type { QueryError } from './engine/query-error.ts'
import type { TooManySearchesError } from './engine/too-many-searches.ts'
import type { Reply } from './http/reply.ts'

/** Thrown by an operation that answers with an error of the API. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: Code
  readonly details: FailureDetails
  /** Whether the query asked for it. */
  readonly scripted: boolean
  /** Whether it tells a client that its request is none that the API has; absent where its code says so. */
  readonly isUnexpected: boolean | undefined

  /** The message is what the client reads; that of the error table where none is given. */
  constructor(
    code: Code,
    details: FailureDetails = {},
    scripted = false,
    isUnexpected: boolean | undefined = undefined,
  ) {
    super(details.message ?? `code ${code}`)
    this.code = code
    this.details = details
    this.scripted = scripted
    this.isUnexpected = isUnexpected
  }
}

/** How a data source answers what goes wrong. */
export interface Refusing {
  readonly failure: DataSourceDefinition['failure']
  /** A query that it cannot make sense of. */
  queryError(error: QueryError): Refusal
  /** There is no room for another search. Where this is not there: the internal error, as a 503. */
  tooManySearches?(error: TooManySearchesError): Refusal
  /** A defect of the mock: the client is to learn no more than from a real service. */
  readonly internalError: Refusal
  /** Codes that tell a client that its request is none that the API has; the journal then says why. */
  readonly unexpected: readonly Code[]
}

/** What `act` answers, or how the API says what it threw: a Refusal, a QueryError, or anything else. */
export function answerOrRefuse(
  act: () => Reply | Promise<Reply>,
  refusing: Refusing,
): Reply | Promise<Reply> {
  const refused = (error: unknown) => replyFor(error, refusing)
  try {
    const reply = act()
    return reply instanceof Promise ? reply.catch(refused) : reply
  } catch (error) {
    return refused(error)
  }
}

// Told apart by name: a data source of the user's own may bring a copy of these classes with it.
function replyFor(error: unknown, refusing: Refusing): Reply {
  const name = error instanceof Error ? error.name : undefined
  if (name === 'Refusal') return written(error as Refusal, refusing)
  if (name === 'QueryError') return written(refusing.queryError(error as QueryError), refusing)
  if (name === 'TooManySearchesError') {
    return written(overloaded(error as TooManySearchesError, refusing), refusing)
  }
  const reply = written(refusing.internalError, refusing)
  return { ...reply, unexpected: `an internal error: ${String(error)}` }
}

function overloaded(error: TooManySearchesError, refusing: Refusing): Refusal {
  const { code } = refusing.internalError
  const { message } = error
  return refusing.tooManySearches?.(error) ?? new Refusal(code, { http: 503, message })
}

function written(refusal: Refusal, refusing: Refusing): Reply {
  const { code, details, scripted, message } = refusal
  const reply = { ...refusing.failure(code, details), scripted }
  return (refusal.isUnexpected ?? refusing.unexpected.includes(code))
    ? { ...reply, unexpected: message }
    : reply
}
