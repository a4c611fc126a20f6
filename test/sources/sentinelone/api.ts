import { readFileSync } from 'node:fs'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import {
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
  type OpenHttp,
  openHttpClient,
} from '../../../connectors/support/open-http-client.ts'
import type { Connection } from '../../../contracts/connection.ts'
import type { ErrorCode } from '../../../contracts/error-code.ts'

const CODES: Readonly<Record<number, ErrorCode>> = {
  4000010: 'invalid_parameter',
  4000040: 'invalid_query',
  4010010: 'authentication_fail',
  4030010: 'forbidden',
  4040010: 'no_results',
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

/** What opens the API for one call of a connector. */
export type OpenApi = (connection: Connection, token: string) => SentinelOneApi

/** SentinelOne's API, for one call of a connector. */
export class SentinelOneApi {
  readonly #http: HttpClient
  protected readonly token: string

  constructor(connection: Connection, token: string, open: OpenHttp = openHttpClient) {
    this.#http = open(connection)
    this.token = token
  }

  close(): Promise<void> {
    return this.#http.close()
  }

  /** The body of a success. @throws ConnectorFailure where it has not the promised one. */
  async ask(request: HttpRequest): Promise<Readonly<Record<string, unknown>>> {
    return this.read(await this.send(request))
  }

  protected send(request: HttpRequest): Promise<HttpAnswer> {
    return this.#http.send({ ...request, headers: { authorization: `ApiToken ${this.token}` } })
  }

  protected read({ status, json }: HttpAnswer): Readonly<Record<string, unknown>> {
    const error = errorIn(json)
    if (status === 200 && error === undefined && isObject(json)) return json
    const { code, detail } = error ?? {}
    const known = typeof code === 'number' ? (CODES[code] ?? 'unknown') : STATUSES[status]
    const said = typeof detail === 'string' && detail !== '' ? detail : `HTTP ${status}`
    throw new ConnectorFailure(known ?? 'unknown', said)
  }
}

/** With the certificates that the connector's surroundings name, since its connection takes none. */
export function trusting(connection: Connection): Connection {
  const { SSL_CERT_FILE: file } = process.env
  if (file === undefined || file === '') return connection
  try {
    return { ...connection, selfSignedCert: readFileSync(file, 'utf8') }
  } catch {
    throw new ConnectorFailure('certificate_fail', 'the file of SSL_CERT_FILE cannot be read')
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function broken(where: string): ConnectorFailure {
  return new ConnectorFailure('unknown', `SentinelOne answered what it does not promise: ${where}`)
}

function errorIn(json: unknown): Readonly<Record<string, unknown>> | undefined {
  const errors = isObject(json) ? json['errors'] : undefined
  if (errors === undefined) return undefined
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return isObject(first) ? first : {}
}
