import type { Method } from '../../contracts/method.ts'
import type { Answer } from './answer.ts'
import { callMethod } from './call-method.ts'
import type { BoundConnector, TestSearch } from './session.ts'

/** Calls a method and says how long it took, in milliseconds. */
export async function timedCall(
  connector: BoundConnector,
  method: Method,
  search: Pick<TestSearch, 'id' | 'query'>,
): Promise<{ readonly answer: Answer; readonly milliseconds: number }> {
  const started = performance.now()
  const answer = await callMethod(connector, method, search)
  return { answer, milliseconds: Math.round(performance.now() - started) }
}
