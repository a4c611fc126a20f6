import type * as z from 'zod'
import {
  AbcCreateSearchRequest,
  AbcSearchId,
  AbcSynchronousQueryRequest,
} from '../../../contracts/abc-security-monitor/api.ts'
import type { ApiRequest } from '../../http/api-request.ts'
import { messageOf } from '../../issue-text.ts'
import { notValid } from './refusal.ts'

/** Refuses any query parameter. */
export function noParameters(request: ApiRequest): void {
  if (request.queryString !== '') queryParameters(request, [])
}

/** The query parameters by name; refuses one that is not among `allowed`, or there twice. */
export function queryParameters(
  request: ApiRequest,
  allowed: readonly string[],
): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const piece of request.queryString.split('&')) {
    if (piece === '') continue
    const [name, value] = split(piece)
    if (!allowed.includes(name)) throw notValid(`unknown query parameter '${name}'`)
    if (parameters.has(name)) throw notValid(`query parameter '${name}' is there twice`)
    parameters.set(name, value)
  }
  return parameters
}

function split(piece: string): [name: string, value: string] {
  const equals = piece.indexOf('=')
  const name = equals < 0 ? piece : piece.slice(0, equals)
  const value = equals < 0 ? '' : piece.slice(equals + 1)
  return [decoded(name, name), decoded(value, name)]
}

/** As HTML forms and every HTTP library encode query strings: a plus is a space. */
function decoded(text: string, name: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw notValid(`query parameter '${name}' is not valid percent-encoding`)
  }
}

/** Decimal digits and nothing else. A number too large to be exact is past every end all the same. */
export function integerParameter(
  parameters: ReadonlyMap<string, string>,
  name: string,
  schema: z.ZodNumber,
): number | undefined {
  const text = parameters.get(name)
  if (text === undefined) return undefined
  const value = Math.min(Number(text), Number.MAX_SAFE_INTEGER)
  if (!/^[0-9]+$/.test(text) || !schema.safeParse(value).success) {
    const least = `at least ${schema.minValue}`
    throw notValid(`query parameter '${name}' must be an integer of ${least}, in digits`)
  }
  return value
}

export function searchIdOf(request: ApiRequest): string {
  const id = request.parameters['query_id'] as string
  if (!AbcSearchId.safeParse(id).success) throw notValid(`'query_id' cannot be '${id}'`)
  return id
}

export function createSearchBody(request: ApiRequest): AbcCreateSearchRequest {
  return bodyOf(request, AbcCreateSearchRequest)
}

export function synchronousQueryBody(request: ApiRequest): AbcSynchronousQueryRequest {
  return bodyOf(request, AbcSynchronousQueryRequest)
}

const JSON_MEDIA_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function bodyOf<Body>(request: ApiRequest, schema: z.ZodType<Body>): Body {
  if (!JSON_MEDIA_TYPE.test(request.headers['content-type']?.trim() ?? '')) {
    throw notValid("header 'Content-Type' must be application/json, in UTF-8", 415)
  }
  const parsed = schema.safeParse(jsonOf(request.body))
  if (parsed.success) return parsed.data
  throw notValid(problemOf(parsed.error.issues[0]))
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch (error) {
    throw notValid(`the body is not valid JSON: ${(error as Error).message}`)
  }
}

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys') return messageOf(issue)
  if (!issue || issue.path.length === 0) return 'the body must be a JSON object'
  return `field '${issue.path.join('.')}': ${issue.message}`
}
