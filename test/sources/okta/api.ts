import { readFileSync } from 'node:fs'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'
import { isObject, type Received, send } from '../support/send.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  E0000001: 'invalid_parameter',
  E0000053: 'invalid_query',
  E0000031: 'invalid_query',
  E0000004: 'authentication_fail',
  E0000011: 'authentication_fail',
  E0000006: 'forbidden',
  E0000047: 'too_many_requests',
  E0000010: 'service_unavailable',
}
/** What an answer without a code of Okta's is known by. */
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

/** Asks Okta for a resource. @throws ConnectorFailure where that does not succeed. */
export async function ask(
  { host, options }: Connection,
  { auth }: Configuration,
  path: string,
): Promise<Received> {
  const file = process.env['SSL_CERT_FILE']
  const reaching = {
    authority: host,
    ca: file === undefined ? undefined : readFileSync(file, 'utf8'),
    timeout: options?.timeout,
  }
  const headers = { accept: 'application/json', authorization: `SSWS ${auth['api_token']}` }
  return successIn(await send(reaching, { method: 'GET', path, headers }))
}

function successIn(received: Received): Received {
  const { status, json } = received
  const { errorCode, errorSummary } = isObject(json) ? json : { errorCode: undefined }
  const holdsSomething = typeof json === 'object' && json !== null
  if (status === 200 && errorCode === undefined && holdsSomething) return received
  const known = typeof errorCode === 'string' ? (CODES[errorCode] ?? 'unknown') : STATUSES[status]
  const said = typeof errorSummary === 'string' && errorSummary ? errorSummary : `HTTP ${status}`
  throw new ConnectorFailure(known ?? 'unknown', said)
}

/** The URL of the page behind this one, as an answer's header says; undefined behind the last. */
export function nextLink({ headers }: Received): string | undefined {
  const link = [headers['link'] ?? []].flat().join(', ')
  return /<([^>]*)>\s*;\s*rel="next"/.exec(link)?.[1]
}
