import { ABC_BASE_PATH, ABC_BODY_MAX_BYTES } from '../../../contracts/abc-security-monitor/api.ts'
import type { Endpoint, Route } from '../../data-source-definition.ts'
import { QueryError } from '../../engine/query-error.ts'
import type { Store } from '../../engine/store.ts'
import type { ApiRequest, RequestProblem } from '../../http/api-request.ts'
import type { Reply } from '../../http/reply.ts'
import { authenticate } from './authenticate.ts'
import { failure } from './failure.ts'
import { notValid, Refusal } from './refusal.ts'

/** Codes that tell a client that its request is none that the API has. */
const UNEXPECTED: readonly number[] = [404, 405, 1005]

/** Answers a request to the API: credentials first, then whether there is such a resource, then the rest. */
export function answer(
  route: Route | undefined,
  request: ApiRequest,
  store: Store,
): Reply | Promise<Reply> {
  try {
    const reply = answered(route, request, store)
    return reply instanceof Promise ? reply.catch(refused) : reply
  } catch (error) {
    return refused(error)
  }
}

function answered(
  route: Route | undefined,
  request: ApiRequest,
  store: Store,
): Reply | Promise<Reply> {
  const { url, headers, problem } = request
  if (route?.aboutTheApi) return endpointOf(route, request).answer(request, store)
  if (!route && !url.startsWith(`${ABC_BASE_PATH}/`)) throw new Refusal(404)
  authenticate(headers, store.settings.accounts)
  if (problem) throw refusalOf(problem)
  if (!route) throw new Refusal(404)
  return endpointOf(route, request).answer(request, store)
}

function endpointOf({ methods }: Route, { method }: ApiRequest): Endpoint {
  const endpoint = methods[method]
  if (endpoint) return endpoint
  throw new Refusal(405, { headers: { allow: Object.keys(methods).join(', ') } })
}

function refusalOf(problem: RequestProblem): Refusal {
  switch (problem) {
    case 'body too large':
      return notValid(`the body is longer than ${ABC_BODY_MAX_BYTES} bytes`, 413)
    case 'body encoding':
      return notValid("header 'Content-Encoding' must be absent or identity", 415)
    case 'body cut off':
      return notValid('the body is shorter than its Content-Length says')
    case 'path encoding':
      return notValid("'query_id' in the path is not valid percent-encoding")
  }
}

function refused(error: unknown): Reply {
  if (error instanceof QueryError) {
    return failure(2000, { message: `The query cannot be parsed: ${error.message}` })
  }
  if (!(error instanceof Refusal)) return internalError(error)
  const { code, details, scripted } = error
  const reply = { ...failure(code, details), scripted }
  return UNEXPECTED.includes(code) ? { ...reply, unexpected: error.message } : reply
}

/** A defect of the mock. The client learns no more than from a real service; the journal keeps the cause. */
function internalError(error: unknown): Reply {
  const reply = failure(1020, { message: 'An internal error occurred' })
  return { ...reply, unexpected: `an internal error: ${String(error)}` }
}
