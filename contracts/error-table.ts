import * as z from 'zod'
import { ErrorCode } from './error-code.ts'

/**
 * How one data source's error codes map to ErrorCodes: for each API code, every ErrorCode that a
 * connector may answer, the best first. A code outside the table maps to `unknown` (ERR-2). The table
 * is data, so that each data source, and each connector's author, can give one.
 */
export const ErrorTable = z.record(
  z.string().regex(/^\d+$/, 'an API code is a whole number'),
  z.array(ErrorCode).min(1),
)
export type ErrorTable = z.infer<typeof ErrorTable>
