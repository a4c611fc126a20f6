import type { IncomingHttpHeaders } from 'node:http'
import type { PageAnomaly } from '../engine/page-anomaly.ts'

/** A request as the API sees it. */
export interface ApiRequest {
  readonly method: string
  /** Path and query string, as they were sent. */
  readonly url: string
  /** Where the client has reached the API, as it says itself; empty where it does not. */
  readonly origin: string
  /** The path's parameters, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>
  /** What follows the `?`, as it was sent; empty if there is none. */
  readonly queryString: string
  readonly headers: IncomingHttpHeaders
  /** The body, where the operation reads one and it could be read. */
  readonly body: Buffer
  /** Why the request cannot be read as one: too large, a path that cannot be decoded. */
  readonly problem?: RequestProblem | undefined
  /** Asked for by a fault, not by the client: how the page of results that is the answer is to be wrong. */
  readonly anomaly?: PageAnomaly | undefined
}

export type RequestProblem = 'body too large' | 'body encoding' | 'body cut off' | 'path encoding'
