import type { ApiError } from '../../../contracts/abc-security-monitor/error-table.ts'
import {
  ABC_API_ERRORS,
  HTTP_OF_UNLISTED_CODE,
} from '../../../contracts/abc-security-monitor/error-table.ts'
import type { Code } from '../../../contracts/data-source/errors.ts'
import type { FailureDetails } from '../../data-source-definition.ts'
import { jsonReply, type Reply } from '../../http/reply.ts'

/** Headers that go with a code wherever it is answered. */
const HEADERS: Readonly<Record<Code, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Basic realm="ABC Security Monitor", charset="UTF-8"' },
  429: { 'retry-after': '1' },
}

/** An error body of the API: exactly `code`, a number there, and `message`. A code that it does not list comes with 500. */
export function failure(code: Code, details: FailureDetails = {}): Reply {
  const listed: Readonly<Record<Code, ApiError>> = ABC_API_ERRORS
  const { http, message } = listed[code] ?? {
    http: HTTP_OF_UNLISTED_CODE,
    message: `An error occurred: code ${code}`,
  }
  return jsonReply(
    details.http ?? http,
    { code: Number(code), message: details.message ?? message },
    { ...HEADERS[code], ...details.headers },
  )
}

export function unreadable(status: number, reason: string): Reply {
  return failure('1005', { http: status, message: `The request is not valid HTTP: ${reason}` })
}
