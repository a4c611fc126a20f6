import type { SearchStatus } from '../../contracts/envelopes.ts'
import type { ErrorCode } from '../../contracts/error-code.ts'
import type { HttpRequest } from '../support/open-http-client.ts'

/** Where in a body of JSON something stands: names of members, and places in arrays. */
export type Way = readonly (string | number)[]

/** What the connector is configured with. */
export type Auth = Readonly<Record<string, unknown>>

/** A request, and the HTTP status of its success. */
export interface Asked extends HttpRequest {
  readonly http: number
  /** What the body of a success is; absent: an object. */
  readonly answer?: 'list' | 'nothing'
}

/** Where in a result a request goes on. */
export interface Place {
  /** Rows that are passed over, and pages that were had. */
  readonly offset: number
  readonly pages: number
  readonly limit: number
  /** What the page before gave to lead on. */
  readonly next?: string
}

/** All that a connector knows of one data source's API: what differs from source to source is here. */
export interface Api {
  readonly title: string
  /** Where credentials are exchanged for a session key. */
  readonly logIn?: { ask(auth: Auth): Asked; readonly keyAt: Way }
  /** The headers by which every other request shows who asks. */
  shows(auth: Auth, sessionKey: string): Readonly<Record<string, string>>
  ping(): Asked
  /** Makes a search; absent where a query is answered at once. */
  create?(query: string): Asked
  status?(id: string): Asked
  /** A page of a search's results by its id, percent-encoded; where a query is answered at once, by the query. */
  results(idOrQuery: string, place: Place): Asked
  delete?(id: string): Asked
  /** Where in the answers what stands; `told` is what tells states apart beside `status`. */
  readonly at: {
    readonly id?: Way
    readonly progress?: Way
    readonly rows: Way
    readonly next?: Way
    readonly code?: Way
    readonly message?: Way
  }
  /** The first whose members all stand so in an answer is the state; `fraction` says that progress is of 1. */
  readonly states: readonly {
    readonly means: SearchStatus
    readonly tells: readonly (readonly [Way, unknown])[]
  }[]
  readonly fraction?: true
  /** What leads from page to page; `mostRows` is what a page holds at most. */
  readonly paging: {
    readonly by: 'next' | 'offset' | 'page' | 'nothing'
    readonly mostRows?: number
  }
  /** What the API's codes mean; where a body holds none, its HTTP statuses. */
  readonly codes: Readonly<Record<string, ErrorCode>>
}
