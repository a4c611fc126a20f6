import * as z from 'zod'
import { ABC_ERROR_TABLE } from '../../contracts/abc-security-monitor/error-table.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import { ConnectorFailure } from '../support/connector-failure.ts'
import type { HttpAnswer } from '../support/open-http-client.ts'

/** Statuses that a proxy in front of the data source gives while nothing behind it answers. */
const UNAVAILABLE = [502, 503, 504]

const ErrorBody = z.looseObject({ code: z.int(), message: z.string().min(1).optional() })

/**
 * The failure that an answer of the API stands for, or undefined where the answer claims success: an
 * HTTP status of 2xx and code 200 in its body. An error told under HTTP 200 is an error too (ERR-5).
 */
export function failureIn({ status, json }: HttpAnswer): ConnectorFailure | undefined {
  const body = ErrorBody.safeParse(json)
  const code = body.success && body.data.code !== 200 ? body.data.code : undefined
  if (code === undefined && body.success && status >= 200 && status < 300) return undefined
  const message =
    body.data?.message ??
    `The data source answered HTTP ${status} without a body that its API promises`
  return new ConnectorFailure(code === undefined ? codeOfStatus(status) : codeOf(code), message)
}

/** ERR-1 to ERR-3: the table's first choice, and `unknown` for what it does not list. */
function codeOf(apiCode: number): ErrorCode {
  return ABC_ERROR_TABLE[apiCode]?.[0] ?? 'unknown'
}

/** An answer without an API code, such as a proxy's, is known by its status alone (ERR-4). */
function codeOfStatus(status: number): ErrorCode {
  return UNAVAILABLE.includes(status) ? 'service_unavailable' : codeOf(status)
}
