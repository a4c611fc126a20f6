import { ABC_BASE_PATH, ABC_BODY_MAX_BYTES } from '../../../contracts/abc-security-monitor/api.ts'
import { ABC_API_ERRORS } from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Endpoint, Route } from '../../data-source-definition.ts'
import type { Store } from '../../engine/store.ts'
import type { ApiRequest, RequestProblem } from '../../http/api-request.ts'
import type { Reply } from '../../http/reply.ts'
import { answerOrRefuse, Refusal, type Refusing } from '../../refusal.ts'
import { authenticate } from './authenticate.ts'
import { failure } from './failure.ts'
import { notValid } from './refusal.ts'

const REFUSING: Refusing = {
  failure,
  queryError: ({ message }) =>
    new Refusal('2000', { message: `The query cannot be parsed: ${message}` }),
  tooManySearches: ({ message }) =>
    new Refusal('429', { message: `${ABC_API_ERRORS['429'].message}: ${message}` }),
  internalError: new Refusal('1020', { message: 'An internal error occurred' }),
  unexpected: ['404', '405', '1005'],
}

/** Answers a request to the API: credentials first, then whether there is such a resource, then the rest. */
export function answer(
  route: Route | undefined,
  request: ApiRequest,
  store: Store,
): Reply | Promise<Reply> {
  return answerOrRefuse(() => answered(route, request, store), REFUSING)
}

function answered(
  route: Route | undefined,
  request: ApiRequest,
  store: Store,
): Reply | Promise<Reply> {
  const { url, headers, problem } = request
  if (route?.aboutTheApi) return endpointOf(route, request).answer(request, store)
  if (!route && !url.startsWith(`${ABC_BASE_PATH}/`)) throw new Refusal('404')
  authenticate(headers, store.settings.accounts)
  if (problem) throw refusalOf(problem)
  if (!route) throw new Refusal('404')
  return endpointOf(route, request).answer(request, store)
}

function endpointOf({ methods }: Route, { method }: ApiRequest): Endpoint {
  const endpoint = methods[method]
  if (endpoint) return endpoint
  throw new Refusal('405', { headers: { allow: Object.keys(methods).join(', ') } })
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
