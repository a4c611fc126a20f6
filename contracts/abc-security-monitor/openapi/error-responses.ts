import type { JsonSchema, OpenApiReference, OpenApiResponse } from '../../openapi-document.ts'
import type { AbcOperation } from '../api.ts'
import { ABC_API_ERRORS } from '../error-table.ts'
import {
  ABC_ERRORS_WITHOUT_OPERATION,
  ABC_OPERATION_ERRORS,
  ABC_SCRIPTABLE_OPERATIONS,
  type AbcErrorCode,
  type AbcErrorsByStatus,
} from '../operation-errors.ts'
import { schemaRef } from './component-schemas.ts'
import { type HeaderName, headerRefs } from './headers.ts'

/** One way in which the API says no. */
interface Problem {
  readonly status: number
  readonly code: AbcErrorCode
  readonly when: string
  /** A message for the example, where that of the error table is not to the point. */
  readonly message?: string
  readonly headers?: readonly HeaderName[]
  /** Whether a query on table `errors` may ask for other codes of the same status. */
  readonly scripted?: true
}

const PROBLEMS = {
  NotValid: {
    status: 400,
    code: 1005,
    when: 'A parameter or the body is not valid: a wrong type, out of range, unknown, or malformed. The message names it.',
    message: "unknown query parameter 'verbose'",
  },
  NotAuthenticated: {
    status: 401,
    code: 401,
    when: 'Credentials are missing or wrong.',
    headers: ['WWW-Authenticate'],
  },
  Forbidden: { status: 403, code: 403, when: 'The account is known and may not use the API.' },
  NoSuchSearch: {
    status: 404,
    code: 1002,
    when: 'No search has this id: it was never made, or it was deleted.',
    scripted: true,
  },
  NoSuchResource: { status: 404, code: 404, when: 'Nothing is at this path.' },
  MethodNotAllowed: {
    status: 405,
    code: 405,
    when: 'The resource does not have this method.',
    headers: ['Allow'],
  },
  NotCompleted: {
    status: 409,
    code: 1003,
    when: 'The search is still in progress, or it was canceled.',
    scripted: true,
  },
  IdInUse: {
    status: 409,
    code: 1004,
    when: 'Another search has the id that was asked for.',
    scripted: true,
  },
  BodyTooLarge: {
    status: 413,
    code: 1005,
    when: 'The body is longer than 1 MiB.',
    message: 'the body is longer than 1048576 bytes',
  },
  OtherMediaType: {
    status: 415,
    code: 1005,
    when: 'The body is not `application/json` in UTF-8, or it is compressed.',
    message: "header 'Content-Type' must be application/json, in UTF-8",
  },
  QueryNotUnderstood: {
    status: 422,
    code: 2000,
    when: 'The query cannot be parsed, or it names an unknown table or field. The message says where or which.',
  },
  TooManyRequests: {
    status: 429,
    code: 429,
    when: 'Too many requests in too short a time.',
    headers: ['Retry-After'],
  },
  HeadersTooLarge: {
    status: 431,
    code: 1005,
    when: 'The headers are too large.',
    message: 'The request is not valid HTTP: Request Header Fields Too Large',
  },
  InternalError: { status: 500, code: 1020, when: 'An internal error.' },
  ErrorOccurred: {
    status: 500,
    code: 1020,
    when: 'An internal error, or the results of a search that ended in ERROR.',
    scripted: true,
  },
  Unavailable: { status: 503, code: 1010, when: 'The server is unavailable for a while.' },
} as const satisfies Record<string, Problem>

const SCRIPTED: OpenApiResponse = {
  description:
    'A query on table `errors` asked for this: any code of the API, with the status that goes with it.',
  headers: headerRefs(),
  content: { 'application/json': { schema: schemaRef('Error') } },
}

/** The document's responses that report an error. */
export function errorComponents(): Readonly<Record<string, OpenApiResponse>> {
  const named = Object.entries<Problem>(PROBLEMS).map(([name, problem]) => [
    name,
    described(problem),
  ])
  return { ...Object.fromEntries(named), Scripted: SCRIPTED }
}

/** What an operation may answer beside success, by HTTP status. */
export function errorsOf(operation: AbcOperation): Readonly<Record<string, OpenApiReference>> {
  const scriptable = ABC_SCRIPTABLE_OPERATIONS.some((name) => name === operation)
  const errors = references(ABC_OPERATION_ERRORS[operation], scriptable)
  return scriptable ? { ...errors, default: ref('Scripted') } : errors
}

export function errorsWithoutOperation(): Readonly<Record<string, OpenApiReference>> {
  return references(ABC_ERRORS_WITHOUT_OPERATION, false)
}

function references(errors: AbcErrorsByStatus, scriptable: boolean) {
  const named = Object.entries(errors).map(([status, codes]) => [
    status,
    ref(nameOf(Number(status), codes, scriptable)),
  ])
  return Object.fromEntries(named)
}

/** The description of a status with these codes; throws where the tables have one that has none. */
function nameOf(status: number, codes: readonly AbcErrorCode[], scriptable: boolean): string {
  const fits = Object.entries<Problem>(PROBLEMS).filter(
    ([, problem]) => problem.status === status && codes.length === 1 && problem.code === codes[0],
  )
  const found = fits.find(([, { scripted = false }]) => scripted === scriptable) ?? fits[0]
  if (!found) throw new Error(`no description of HTTP ${status} with ${codes.join(' or ')}`)
  return found[0]
}

function ref(name: string): OpenApiReference {
  return { $ref: `#/components/responses/${name}` }
}

function described(problem: Problem): OpenApiResponse {
  const { code, when, headers, message = ABC_API_ERRORS[code].message } = problem
  const schema = {
    allOf: [schemaRef('Error')],
    type: 'object',
    properties: { code: codesOf(problem) },
  }
  const examples = { [code]: { value: { code, message } } }
  return {
    description: `${code}: ${when}${problem.scripted ? ` ${SCRIPTED_TOO}` : ''}`,
    headers: headerRefs(headers),
    content: { 'application/json': { schema, examples } },
  }
}

const SCRIPTED_TOO = 'Other codes only where a query on table `errors` asked for them.'

/** A code of another status cannot come; one that the API does not list comes with 500. */
function codesOf({ status, code, scripted }: Problem): JsonSchema {
  if (!scripted) return { const: code }
  const listed = Object.entries(ABC_API_ERRORS).map(([key, { http }]) => ({
    key: Number(key),
    http,
  }))
  const same = listed.filter(({ http }) => http === status).map(({ key }) => key)
  if (status !== 500) return { enum: same }
  return { not: { enum: listed.map(({ key }) => key).filter((key) => !same.includes(key)) } }
}
