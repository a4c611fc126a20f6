import type { Method } from '../../contracts/method.ts'
import type { Answer } from './answer.ts'
import type { BoundConnector, TestSearch } from './session.ts'

/** A window that fits any result: for calls in which the window is beside the point. */
const OFFSET = 0
const LENGTH = 10

/** Calls a method as an ordinary caller would, on this search. */
export function callMethod(
  connector: BoundConnector,
  method: Method,
  search: Pick<TestSearch, 'id' | 'query'>,
): Promise<Answer> {
  switch (method) {
    case 'ping':
      return connector.ping()
    case 'is_async':
      return connector.isAsync()
    case 'query':
      return connector.query(search.query)
    case 'status':
      return connector.status(search.id)
    case 'results':
      return connector.results(search.id, OFFSET, LENGTH)
    case 'delete':
      return connector.delete(search.id)
  }
}
