import * as z from 'zod'
import {
  ABC_API_ERRORS,
  ABC_CODES_OF_ANY_ERROR,
  ABC_ERROR_TABLE,
  HTTP_OF_UNLISTED_CODE,
} from '../../contracts/abc-security-monitor/error-table.ts'
import { ABC_OPERATION_ERRORS } from '../../contracts/abc-security-monitor/operation-errors.ts'
import { ERROR_CODES, ErrorCode } from '../../contracts/error-code.ts'
import { ErrorTable } from '../../contracts/error-table.ts'

const HttpStatus = z.int().min(400).max(599)
const Digits = z.string().regex(/^\d+$/)

/** The shape of `error-codes.json`. */
const ErrorCodesFile = z.strictObject({
  $schema: z.string(),
  error_codes: z.array(ErrorCode).min(1).describe('What a failure envelope may say in `code`.'),
  data_sources: z.record(
    z.string(),
    z.strictObject({
      api_errors: z
        .record(Digits, z.strictObject({ http: HttpStatus, message: z.string().min(1) }))
        .describe("The API's codes: the HTTP status of each, and the message it comes with."),
      http_of_unlisted_code: HttpStatus,
      maps_to: ErrorTable.describe(
        'For a code of the API, the ErrorCodes that a connector may answer, the best first. A code that is not in here maps to `unknown`.',
      ),
      any_error_code: z.array(z.int()).describe('Codes that may map to any ErrorCode.'),
      operations: z
        .record(z.string(), z.record(Digits, z.array(z.int()).min(1)))
        .describe('The codes that each operation may answer with, by HTTP status.'),
    }),
  ),
})

export function errorCodesSchema(): unknown {
  return { ...z.toJSONSchema(ErrorCodesFile), title: 'connector-contract.error-codes' }
}

/** The ErrorCodes, and how the codes of each data source become one. Throws where it is not of the shape. */
export function errorCodesFile(): unknown {
  return ErrorCodesFile.parse({
    $schema: './error-codes.schema.json',
    error_codes: ERROR_CODES,
    data_sources: {
      'abc-security-monitor': {
        api_errors: ABC_API_ERRORS,
        http_of_unlisted_code: HTTP_OF_UNLISTED_CODE,
        maps_to: ABC_ERROR_TABLE,
        any_error_code: ABC_CODES_OF_ANY_ERROR,
        operations: ABC_OPERATION_ERRORS,
      },
    },
  })
}
