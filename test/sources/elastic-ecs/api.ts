import { isIPv6 } from 'node:net'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import type { Configuration, Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'
import { isObject, send } from '../support/send.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  illegal_argument_exception: 'invalid_parameter',
  search_phase_execution_exception: 'invalid_query',
  parsing_exception: 'invalid_query',
  json_parse_exception: 'invalid_query',
  es_rejected_execution_exception: 'too_many_requests',
  circuit_breaking_exception: 'too_many_requests',
  cluster_block_exception: 'service_unavailable',
}
/** What an answer is known by that says no more, or says the same under several. */
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

/** Asks Elasticsearch for a resource. @throws ConnectorFailure where that does not succeed. */
export async function ask(
  { host, port, selfSignedCert, options }: Connection,
  { auth: { username, password } }: Configuration,
  path: string,
  body?: string,
): Promise<unknown> {
  const authority = `${isIPv6(host) ? `[${host}]` : host}:${port}`
  const credentials = Buffer.from(`${username}:${password}`).toString('base64')
  const { status, json } = await send(
    { authority, ca: selfSignedCert, timeout: options?.timeout },
    {
      method: 'GET',
      path,
      headers: {
        accept: 'application/json',
        authorization: `Basic ${credentials}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    },
  )
  if (status === 200 && isObject(json) && json['error'] === undefined) return json
  throw failureIn(status, json)
}

function failureIn(status: number, json: unknown): ConnectorFailure {
  const error = isObject(json) ? json['error'] : undefined
  const { type, reason } = isObject(error) ? error : { type: undefined, reason: undefined }
  const bySecurity = type === 'security_exception' ? (STATUSES[status] ?? 'forbidden') : undefined
  const byType = typeof type === 'string' ? (CODES[type] ?? 'unknown') : STATUSES[status]
  const said = typeof reason === 'string' && reason !== '' ? reason : `HTTP ${status}`
  return new ConnectorFailure(bySecurity ?? byType ?? 'unknown', said)
}
