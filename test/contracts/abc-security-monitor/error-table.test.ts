import { describe, expect, it } from 'vitest'
import {
  ABC_API_ERRORS,
  ABC_CODES_OF_ANY_ERROR,
  ABC_ERROR_TABLE,
  HTTP_OF_UNLISTED_CODE,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import { ErrorTable } from '../../../contracts/error-table.ts'

/** The API's own table: code, HTTP status, and what the message contains. */
const API = [
  [1002, 404, 'does not exist'],
  [1003, 409, 'still in progress'],
  [1004, 409, 'already in use'],
  [1005, 400, ''],
  [1010, 503, 'unavailable'],
  [1020, 500, 'error occurred'],
  [2000, 422, ''],
  [401, 401, 'Authentication failed'],
  [403, 403, 'Forbidden'],
  [404, 404, ''],
  [405, 405, ''],
  [429, 429, 'Too Many Requests'],
] as const

describe('the error codes of the ABC API', () => {
  it('are those of its table', () => {
    const codes = API.map(([code]) => String(code))
    expect(Object.keys(ABC_API_ERRORS).sort()).toEqual(codes.sort())
  })

  it.each(API)('%i travels under HTTP %i and says "%s"', (code, http, words) => {
    expect(ABC_API_ERRORS[code].http).toBe(http)
    expect(ABC_API_ERRORS[code].message).toContain(words)
    expect(ABC_API_ERRORS[code].message).not.toBe('')
  })

  it('come with HTTP 500 where the table does not list them', () => {
    expect(HTTP_OF_UNLISTED_CODE).toBe(500)
  })
})

describe('how they map to ErrorCodes', () => {
  it('is as ERR-1 and ERR-3 say', () => {
    expect(ABC_ERROR_TABLE).toEqual({
      1002: ['no_results'],
      1004: ['unknown'],
      1005: ['invalid_parameter'],
      1010: ['service_unavailable'],
      1020: ['unknown'],
      2000: ['invalid_query'],
      401: ['authentication_fail'],
      403: ['forbidden', 'authentication_fail'],
      429: ['too_many_requests', 'service_unavailable'],
    })
  })

  it('is a table as a connector author may give one', () => {
    expect(ErrorTable.parse(ABC_ERROR_TABLE)).toEqual(ABC_ERROR_TABLE)
  })

  it('says of every code of the API either how it maps or that any ErrorCode will do', () => {
    const settled = [...Object.keys(ABC_ERROR_TABLE), ...ABC_CODES_OF_ANY_ERROR.map(String)]
    expect(settled.sort()).toEqual(Object.keys(ABC_API_ERRORS).sort())
  })
})
