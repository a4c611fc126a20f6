import type { AbcOperation } from './api.ts'
import type { ABC_API_ERRORS } from './error-table.ts'

/** A code of the API's error table. */
export type AbcErrorCode = keyof typeof ABC_API_ERRORS

/** Which codes an error body may carry, by the HTTP status that it travels with. */
export type AbcErrorsByStatus = Readonly<Record<number, readonly AbcErrorCode[]>>

/** What becomes of any request: 429, 503, and mostly 500 too, depend on the server and not on what is asked. */
const ANY = { 400: [1005], 401: [401], 403: [403], 429: [429], 500: [1020], 503: [1010] } as const

const OF_A_SEARCH = { ...ANY, 404: [1002] } as const

/** A query comes in a body, which may be too large (413) or of another media type (415). */
const WITH_A_QUERY = { ...ANY, 413: [1005], 415: [1005], 422: [2000] } as const

/**
 * The errors of each operation, by HTTP status. A query on table `errors` can make every operation but
 * `ping` answer any other code, with the status that `ABC_API_ERRORS` gives it; those are not in here.
 */
export const ABC_OPERATION_ERRORS = {
  ping: ANY,
  create: { ...WITH_A_QUERY, 409: [1004] },
  status: OF_A_SEARCH,
  results: { ...OF_A_SEARCH, 409: [1003] },
  delete: OF_A_SEARCH,
  query: WITH_A_QUERY,
} as const satisfies Record<AbcOperation, AbcErrorsByStatus>

/**
 * The errors of a request that reaches no operation: no such resource (404), another method (405), a path
 * that cannot be decoded (400), or bytes that are no HTTP request (400, 431 for headers too large).
 */
export const ABC_ERRORS_WITHOUT_OPERATION = {
  400: [1005],
  401: [401],
  403: [403],
  404: [404],
  405: [405],
  431: [1005],
} as const satisfies AbcErrorsByStatus

/** Operations that a query on table `errors` can make fail with any code. */
export const ABC_SCRIPTABLE_OPERATIONS = [
  'create',
  'status',
  'results',
  'delete',
  'query',
] as const satisfies readonly AbcOperation[]
