import type { Code } from './errors.ts'
import type { SeenExchange, SeenResponse } from './exchange.ts'

/** How a data source reads its own answers, for whoever looks at exchanges. All of it is pure. */
export interface Reads {
  /** The API's code in an error's body; undefined for a success. Asked about every exchange, so it must be cheap. */
  errorCode(response: SeenResponse): Code | undefined
  error(response: SeenResponse): { readonly code: Code; readonly message: unknown } | undefined
  /** What a status answer says; undefined for any other. */
  status?(
    response: SeenResponse,
  ): { readonly word: string; readonly progress?: unknown } | undefined
  /** A request for a page and its answer; undefined for any other exchange. */
  page(exchange: SeenExchange): PageRead | undefined
  /** The query that a request carries. */
  query(request: SeenExchange['request']): string | undefined
}

/** One request for a page of results and what came back, as far as the exchange tells. */
export interface PageRead {
  /** How many rows the request says to pass over. */
  readonly place?: number
  readonly token?: string
  /** As it stood in the request, where that is a URL. */
  readonly tokenAsSent?: string
  readonly limit?: number
  /** Rows of the answer; absent where it had none, or was not kept whole. */
  readonly rows?: number
  /** What leads on; null at the end of the result; absent where the answer does not say. */
  readonly next?: string | null
}

/** An HTTP answer of any kind. */
export interface RawAnswer {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers that a data source would not give by itself, in its own form. */
export interface Writes {
  /** A status answer with any word in it; absent where several members tell a status together. */
  status?(search: {
    readonly id: string
    readonly word: string
    readonly progress: number
  }): RawAnswer
  /** How progress is told, which decides how exactly it can be compared. */
  readonly progress: 'percent' | 'fraction' | 'none'
}
