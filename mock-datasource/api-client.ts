import type { SeenResponse } from '../contracts/data-source/exchange.ts'

/** A request that a client of the API makes. */
export interface ClientRequest {
  readonly method: string
  /** From the root of the server, with its query string. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What goes into a request. */
export interface ClientValues {
  /** By member. */
  readonly credentials: Readonly<Record<string, string>>
  /** What a log-in gave for them. */
  readonly sessionKey?: string
  /** The id of a search. */
  readonly id?: string
  readonly query?: string
}

/** Where in a result a client is, which goes through it page by page. */
export interface PagePlace {
  /** The rows and the pages that it has. */
  readonly offset: number
  readonly pages: number
  /** How many rows it wants. */
  readonly limit: number
  /** What the latest answer gave to lead on. */
  readonly next?: string
}

/** How a client makes the requests of an API, and reads what it needs to go on. All of it is pure. */
export interface ApiClient {
  /** The operation that has to be asked first, for a session key. */
  readonly logIn?: string
  /** The request of an operation; `page` is for one that gives pages. */
  request(operation: string, values: ClientValues, page?: PagePlace): ClientRequest
  /** The members that lead to that in the answer's JSON; undefined where it is none, or nothing leads there. */
  wayTo(operation: string, placeholder: string): readonly (string | number)[] | undefined
  /** What an answer holds in the place of a placeholder; undefined where it is not there. */
  read(operation: string, response: SeenResponse, placeholder: string): unknown
}
