import type { ErrorTable } from '../error-table.ts'

/** One row of the API's error table: what a code means and how it travels. */
export interface ApiError {
  /** The HTTP status that carries the code. */
  readonly http: number
  /** The message that the data source gives when nothing more exact is known. */
  readonly message: string
}

/**
 * The error codes of the ABC Security Monitor API. An error body is exactly
 * `{"code": <integer>, "message": <non-empty string>}`.
 */
export const ABC_API_ERRORS = {
  1002: { http: 404, message: 'The search does not exist' },
  1003: { http: 409, message: 'The search is still in progress' },
  1004: { http: 409, message: 'The search id is already in use' },
  1005: { http: 400, message: 'A parameter is not valid' },
  1010: { http: 503, message: 'The server is unavailable' },
  1020: { http: 500, message: 'An error occurred during the attempt' },
  2000: { http: 422, message: 'The query cannot be parsed' },
  401: { http: 401, message: 'Authentication failed' },
  403: { http: 403, message: 'Forbidden' },
  404: { http: 404, message: 'No such resource' },
  405: { http: 405, message: 'The method is not allowed on this resource' },
  429: { http: 429, message: 'Too Many Requests' },
} as const satisfies Record<number, ApiError>

/** The HTTP status of a code that the table does not list. */
export const HTTP_OF_UNLISTED_CODE = 500

/** How ABC's codes map to ErrorCodes. Source: ERR-1, ERR-2, ERR-3; the guide's Step 4 for 1002. */
export const ABC_ERROR_TABLE: ErrorTable = {
  1002: ['no_results'],
  1004: ['unknown'],
  1005: ['invalid_parameter'],
  1010: ['service_unavailable'],
  1020: ['unknown'],
  2000: ['invalid_query'],
  401: ['authentication_fail'],
  403: ['forbidden', 'authentication_fail'],
  429: ['too_many_requests', 'service_unavailable'],
}

/** Codes for which the contract accepts any ErrorCode (ERR-2). */
export const ABC_CODES_OF_ANY_ERROR: readonly number[] = [1003, 404, 405]
