import { ABC_NAME } from '../../../contracts/abc-security-monitor/api.ts'
import { abcOpenApi } from '../../../contracts/abc-security-monitor/openapi.ts'
import { ABC_OPERATION_ERRORS } from '../../../contracts/abc-security-monitor/operation-errors.ts'
import type { Described } from './response-checker.ts'

/** What the responses of ABC Security Monitor are held against. */
export function describedAbc(): Described {
  return {
    dataSource: ABC_NAME,
    document: abcOpenApi(),
    operationErrors: ABC_OPERATION_ERRORS,
  }
}
