import type { Connector } from '../../contracts/connector.ts'
import type { FailureEnvelope } from '../../contracts/envelopes.ts'
import type { Method } from '../../contracts/method.ts'

export type Row = Readonly<Record<string, unknown>>

/** What the correct connector answers on success; each method gives its own of these members. */
export interface Success {
  readonly success: true
  readonly search_id: string
  readonly status: string
  readonly progress: number
  readonly data: readonly Row[]
  readonly metadata?: unknown
}

type Envelope = Success | FailureEnvelope
type Call<Arguments extends unknown[]> = (...args: Arguments) => unknown

/** A method whose successes are edited; its failures stay as they are. */
export function onSuccess<Arguments extends unknown[]>(
  method: Call<Arguments>,
  edit: (answer: Success, ...args: Arguments) => unknown,
): (...args: Arguments) => Promise<unknown> {
  return async (...args) => {
    const answer = (await method(...args)) as Envelope
    return answer.success ? edit(answer, ...args) : answer
  }
}

/** A method whose failures are edited; its successes stay as they are. */
export function onFailure<Arguments extends unknown[]>(
  method: Call<Arguments>,
  edit: (answer: FailureEnvelope, ...args: Arguments) => unknown,
): (...args: Arguments) => Promise<unknown> {
  return async (...args) => {
    const answer = (await method(...args)) as Envelope
    return answer.success ? answer : edit(answer, ...args)
  }
}

/** Every method that answers with an envelope, its failures edited. */
export function onEveryFailure(
  correct: Connector,
  edit: (answer: FailureEnvelope, method: Method) => unknown,
): Partial<Connector> {
  return {
    ping: onFailure(correct.ping, (answer) => edit(answer, 'ping')),
    query: onFailure(correct.query, (answer) => edit(answer, 'query')),
    status: onFailure(correct.status, (answer) => edit(answer, 'status')),
    results: onFailure(correct.results, (answer) => edit(answer, 'results')),
    delete: onFailure(correct.delete, (answer) => edit(answer, 'delete')),
  }
}

/** Every method that answers with an envelope, its successes edited. */
export function onEverySuccess(
  correct: Connector,
  edit: (answer: Success, method: Method) => unknown,
): Partial<Connector> {
  return {
    ping: onSuccess(correct.ping, (answer) => edit(answer, 'ping')),
    query: onSuccess(correct.query, (answer) => edit(answer, 'query')),
    status: onSuccess(correct.status, (answer) => edit(answer, 'status')),
    results: onSuccess(correct.results, (answer) => edit(answer, 'results')),
    delete: onSuccess(correct.delete, (answer) => edit(answer, 'delete')),
  }
}

/** `results` with each field of each row edited. */
export function onFields(
  results: Connector['results'],
  edit: (value: unknown, field: string) => unknown,
) {
  return onSuccess(results, (answer) => ({
    ...answer,
    data: answer.data.map((row) =>
      Object.fromEntries(Object.entries(row).map(([field, value]) => [field, edit(value, field)])),
    ),
  }))
}
