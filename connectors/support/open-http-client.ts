import type { Connection } from '../../contracts/connection.ts'
import { ConnectorFailure } from './connector-failure.ts'
import { exchange, type HttpAnswer, type HttpRequest, openOrigin } from './exchange.ts'
import { transportFailure } from './transport-failure.ts'

const DEFAULT_TIMEOUT_SECONDS = 30
/** Node's timers take no more; some 24 days. */
const MAX_TIMEOUT_MILLISECONDS = 2 ** 31 - 1

export type { HttpAnswer, HttpRequest }

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
 * twice (LIFE-9, NET-5) but a GET on a kept connection that turns out to be closed (NET-6).
 */
export function openHttpClient(connection: Connection): HttpClient {
  const seconds = connection.options?.timeout ?? DEFAULT_TIMEOUT_SECONDS
  const milliseconds = Math.min(Math.ceil(seconds * 1000), MAX_TIMEOUT_MILLISECONDS)
  const lifetime = new AbortController()
  const origin = openOrigin(connection, lifetime.signal)
  return {
    async send(request) {
      const deadline = setTimeout(() => lifetime.abort(), milliseconds)
      try {
        const answer = await exchange(origin, request)
        // A body that ends with its connection would seem to be whole.
        lifetime.signal.throwIfAborted()
        return answer
      } catch (error) {
        throw lifetime.signal.aborted ? noAnswerWithin(milliseconds) : transportFailure(error)
      } finally {
        clearTimeout(deadline)
      }
    },
    async close() {
      lifetime.abort()
      origin.agent.destroy()
    },
  }
}

function noAnswerWithin(milliseconds: number): ConnectorFailure {
  const seconds = milliseconds / 1000
  return new ConnectorFailure(
    'service_unavailable',
    `The data source did not answer within ${seconds} s`,
  )
}
