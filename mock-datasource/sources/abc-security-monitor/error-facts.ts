import {
  ABC_API_ERRORS,
  ABC_CODES_OF_ANY_ERROR,
  ABC_ERROR_TABLE,
  type ApiError as AbcError,
  HTTP_OF_UNLISTED_CODE,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import type { ApiError, Code, Errors } from '../../../contracts/data-source/errors.ts'

/** The errors of the API, with what each means. */
export const ABC_ERRORS: Errors = {
  table: Object.fromEntries(Object.entries(ABC_API_ERRORS).map(withMeaning)),
  ofAnyCode: ABC_CODES_OF_ANY_ERROR.map(String),
  roles: {
    unauthenticated: '401',
    forbidden: '403',
    too_many: '429',
    no_such_search: '1002',
    running: '1003',
    bad_parameter: '1005',
    bad_query: '2000',
    unavailable: '1010',
    general: '1020',
    no_such_resource: '404',
  },
  usual: [
    ...['1002', '1003', '1004', '1005', '1010', '1020', '2000'],
    ...['401', '403', '404', '429', '7777'],
  ],
  unlisted: {
    usual: '7777',
    // Neighbours of listed codes, and codes that look like HTTP statuses without being in the table.
    telling: ['1001', '1006', '1999', '2001', '9999', '0'],
    made: { min: 600, max: 99_999 },
    http: HTTP_OF_UNLISTED_CODE,
  },
  codes: 'integers',
}

function withMeaning([code, error]: readonly [Code, AbcError]): readonly [Code, ApiError] {
  const means = ABC_ERROR_TABLE[code]
  return [code, means === undefined ? error : { ...error, means }]
}
