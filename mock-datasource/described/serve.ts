import type { DataSourceDefinition, Endpoint, Route } from '../data-source-definition.ts'
import type { Store } from '../engine/store.ts'
import type { ApiRequest, RequestProblem } from '../http/api-request.ts'
import type { Reply } from '../http/reply.ts'
import { answerOrRefuse, type Refusing } from '../refusal.ts'
import type { Carrier } from './carried.ts'
import { readableBy } from './hooks/hook-bodies.ts'
import { overloaded } from './overloaded.ts'
import { LOG_IN, type Parts, refusalFor } from './parts.ts'

/** Answers requests: credentials first, then whether there is such a resource, then the rest. */
export function answerOf(
  parts: Parts,
  failure: DataSourceDefinition['failure'],
): DataSourceDefinition['answer'] {
  const refusing = refusingOf(parts, failure)
  return (route, request, store) =>
    answerOrRefuse(() => answered(parts, route, request, store), refusing)
}

/** A request as what carries values. */
export function carrierOf({ origin, url, headers, body, parameters }: ApiRequest): Carrier {
  return { origin, url, headers, body: body.toString(), path: parameters }
}

function refusingOf(parts: Parts, failure: DataSourceDefinition['failure']): Refusing {
  return {
    failure,
    queryError: ({ message }) =>
      refusalFor(
        parts,
        'bad_query',
        parts.details.bad_query?.message === undefined
          ? { message: `The query is not valid: ${message}` }
          : undefined,
      ),
    tooManySearches: ({ message }) => overloaded(parts, message),
    internalError: refusalFor(parts, 'general'),
    // Refusals say so themselves: several roles may have one code.
    unexpected: [],
  }
}

function answered(
  parts: Parts,
  route: Route | undefined,
  asked: ApiRequest,
  store: Store,
): Reply | Promise<Reply> {
  const request = readable(parts, asked)
  const endpoint = route?.methods[request.method]
  if (endpoint?.operation !== LOG_IN) authenticate(parts, request, store)
  if (request.problem) throw refusalFor(parts, 'bad_parameter', WHY[request.problem])
  return (endpoint ?? missing(parts, route)).answer(request, store)
}

/** The request as one in JSON, where a hook reads its body. */
function readable({ hooks }: Parts, request: ApiRequest): ApiRequest {
  const { body, headers } = readableBy(hooks, carrierOf(request))
  return hooks.readBody ? { ...request, headers, body: Buffer.from(body) } : request
}

function authenticate(parts: Parts, request: ApiRequest, store: Store): void {
  const caller = parts.scheme.callerOf(carrierOf(request), store)
  if (caller === undefined) throw refusalFor(parts, 'unauthenticated')
  if (!caller.permitted) throw refusalFor(parts, 'forbidden')
}

function missing(parts: Parts, route: Route | undefined): Endpoint {
  if (route === undefined) throw refusalFor(parts, 'no_such_resource')
  const allow = Object.keys(route.methods).join(', ')
  throw refusalFor(parts, 'no_such_resource', { http: 405, headers: { allow } })
}

const WHY: Readonly<Record<RequestProblem, { readonly message: string }>> = {
  'body too large': { message: 'the body is too long' },
  'body encoding': { message: "header 'Content-Encoding' must be absent or identity" },
  'body cut off': { message: 'the body is shorter than its Content-Length says' },
  'path encoding': { message: 'the path is not valid percent-encoding' },
}
