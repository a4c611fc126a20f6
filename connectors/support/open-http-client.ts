import { isIPv6 } from 'node:net'
import { Client, type Dispatcher } from 'undici'
import type { Connection } from '../../contracts/connection.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { transportFailure } from './transport-failure.ts'

const DEFAULT_TIMEOUT_SECONDS = 30
const FORM = 'application/x-www-form-urlencoded'
/** Node's timers take no more; some 24 days. */
const MAX_TIMEOUT_MILLISECONDS = 2 ** 31 - 1
/** A page is at most 1,000 rows, so this leaves some 16 KiB a row. */
const MAX_RESPONSE_BYTES = 16 * 1024 * 1024

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Path and query string, every part of it already percent-encoded. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; URLSearchParams as a form; bytes as they are, being JSON already. */
  readonly body?: unknown
}

export interface HttpAnswer {
  readonly status: number
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown
}

/** Speaks HTTP to one data source over one connection that is kept alive until `close`. */
export interface HttpClient {
  /**
   * @throws ConnectorFailure where no complete answer arrives within `options.timeout`; the client is
   *   of no use after that
   */
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Ends the connection at once; nothing is left open behind a method call. */
  close(): Promise<void>
}

/** What opens a client: `openHttpClient`, or whoever looks at what is sent. */
export type OpenHttp = (connection: Connection) => HttpClient

/**
 * Opens a client for the connection. Nothing is sent before the first `send`.
 *
 * Certificates and host names are always verified, against `selfSignedCert` where the connection has
 * one (NET-4). A redirect is an answer like any other and is never followed (SEC-2). Nothing is sent
 * twice (LIFE-9, NET-5).
 */
export function openHttpClient(connection: Connection): HttpClient {
  const seconds = connection.options?.timeout ?? DEFAULT_TIMEOUT_SECONDS
  const milliseconds = Math.min(Math.ceil(seconds * 1000), MAX_TIMEOUT_MILLISECONDS)
  const lifetime = new AbortController()
  const client = openConnection(connection, lifetime.signal)
  return {
    async send(request) {
      const deadline = setTimeout(() => lifetime.abort(), milliseconds)
      try {
        return await exchange(client, request, lifetime.signal)
      } catch (error) {
        throw lifetime.signal.aborted ? noAnswerWithin(milliseconds) : transportFailure(error)
      } finally {
        clearTimeout(deadline)
      }
    },
    close() {
      lifetime.abort()
      return client.destroy()
    },
  }
}

function openConnection(connection: Connection, signal: AbortSignal): Client {
  const { selfSignedCert } = connection
  return new Client(originOf(connection), {
    allowH2: false,
    pipelining: 1,
    maxResponseSize: MAX_RESPONSE_BYTES,
    // The deadline of `send` covers a request from end to end; these would cut it short.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: 0,
      // A request's own signal is not heard before it is connected, a TLS handshake included.
      signal,
      rejectUnauthorized: true,
      ...(selfSignedCert === undefined ? {} : { ca: selfSignedCert, allowPartialTrustChain: true }),
    },
  })
}

async function exchange(client: Client, request: HttpRequest, signal: AbortSignal) {
  const { method, path, headers, body } = request
  const isForm = body instanceof URLSearchParams
  const response = await client.request({
    method,
    path,
    headers: {
      accept: 'application/json',
      ...headers,
      ...(body === undefined ? {} : { 'content-type': isForm ? FORM : 'application/json' }),
    },
    body: body === undefined ? null : isForm ? body.toString() : jsonIn(body),
    signal,
  })
  return { status: response.statusCode, json: await jsonOf(response.body) }
}

function jsonIn(body: unknown): string | Uint8Array {
  return body instanceof Uint8Array ? body : JSON.stringify(body)
}

function noAnswerWithin(milliseconds: number): ConnectorFailure {
  const seconds = milliseconds / 1000
  return new ConnectorFailure(
    'service_unavailable',
    `The data source did not answer within ${seconds} s`,
  )
}

async function jsonOf(body: Dispatcher.ResponseData['body']): Promise<unknown> {
  const bytes = await body.bytes()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined // not UTF-8, or not JSON: the caller sees that the API's promise is broken
  }
}

function originOf({ scheme = 'https', host, port }: Connection): string {
  const name = isIPv6(host) ? `[${host}]` : host
  const origin = `${scheme}://${name}:${port}`
  if (/[/?#@\\\s]/.test(host) || !URL.canParse(origin)) {
    throw new ConnectorFailure('invalid_parameter', 'connection.host is not a host name or address')
  }
  return origin
}
