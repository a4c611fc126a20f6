import type { ServerOptions } from 'node:http'

/** How long a request may take to arrive, in milliseconds; how long an answer takes is the mock's own affair. */
export interface Patience {
  /** Until its headers are there, from the beginning of the connection or the request. */
  readonly headers: number
  /** Until all of it is there. */
  readonly request: number
}

/** Data sets of hundreds of megabytes have their time; a client that has stalled holds no connection for ever. */
export const USUAL_PATIENCE: Patience = { headers: 60_000, request: 300_000 }
/** For the handshake of TLS. */
export const HANDSHAKE_PATIENCE = 60_000

const SELDOM = 30_000

/** The same as options of a server, which looks for what is late often enough. */
export function timesOf({ headers, request }: Patience = USUAL_PATIENCE) {
  return {
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: Math.min(SELDOM, Math.ceil(Math.min(headers, request) / 2)),
  } satisfies ServerOptions
}
