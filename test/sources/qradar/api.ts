import { isIPv6 } from 'node:net'
import { Client } from 'undici'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { jsonOf } from '../../../connectors/support/exchange.ts'
import { transportFailure } from '../../../connectors/support/transport-failure.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'

const DEFAULT_TIMEOUT_SECONDS = 30

const CODES: Readonly<Record<number, ErrorCode>> = {
  1002: 'no_results',
  1005: 'invalid_parameter',
  1010: 'service_unavailable',
  2000: 'invalid_query',
  18: 'authentication_fail',
  26: 'forbidden',
}
/** What an answer without a code of the API's is known by. */
const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'authentication_fail',
  403: 'forbidden',
  429: 'too_many_requests',
  502: 'service_unavailable',
  503: 'service_unavailable',
  504: 'service_unavailable',
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** The HTTP status of a success. */
  readonly http: number
  readonly headers?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

export interface Answered {
  readonly json: unknown
  readonly contentRange: string | undefined
}

/** Makes one request of QRadar's API. @throws ConnectorFailure where it has not the promised success. */
export async function ask(connection: Connection, sec: string, asked: Asked): Promise<Answered> {
  const { host, port, selfSignedCert, options } = connection
  const milliseconds = (options?.timeout ?? DEFAULT_TIMEOUT_SECONDS) * 1_000
  const signal = AbortSignal.timeout(milliseconds)
  const ca = selfSignedCert === undefined ? {} : { ca: selfSignedCert }
  const client = new Client(`https://${isIPv6(host) ? `[${host}]` : host}:${port}`, {
    allowH2: false,
    connect: { timeout: 0, signal, ...ca },
  })
  try {
    const response = await client.request({ ...sent(asked, sec), signal })
    const text = await response.body.bytes()
    const range = response.headers['content-range']
    const contentRange = typeof range === 'string' ? range : undefined
    return { json: successIn(response.statusCode, jsonOf(text), asked.http), contentRange }
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error
    throw signal.aborted
      ? new ConnectorFailure('service_unavailable', `no answer within ${milliseconds} ms`)
      : transportFailure(error)
  } finally {
    await client.destroy()
  }
}

function sent({ method, path, headers, form }: Asked, sec: string) {
  const body = form === undefined ? null : new URLSearchParams(form).toString()
  return {
    method,
    path,
    headers: {
      accept: 'application/json',
      sec,
      ...headers,
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body,
  }
}

function successIn(status: number, json: unknown, http: number): unknown {
  const { code, message } = (isObject(json) ? json : {}) as Readonly<Record<string, unknown>>
  if (status === http && code === undefined && typeof json === 'object' && json !== null) {
    return json
  }
  const known = typeof code === 'number' ? (CODES[code] ?? 'unknown') : STATUSES[status]
  const said = typeof message === 'string' && message !== '' ? message : `HTTP ${status}`
  throw new ConnectorFailure(known ?? 'unknown', said)
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
