import type { SeenResponse } from '../../../contracts/data-source/exchange.ts'
import type { Paging } from '../../../contracts/data-source/paging.ts'
import type { PageRead } from '../../../contracts/data-source/reads.ts'
import type { PagePlace } from '../../api-client.ts'
import type { ReplyHeaders } from '../../http/reply.ts'
import type { Carrier } from '../carried.ts'
import type { Addition } from '../client/addition.ts'

/** The part of a result that a request asks for. */
export interface Window {
  readonly offset: number
  /** Infinity where the request does not say, and nothing else bounds it. */
  readonly limit: number
}

/** A page as it is told. */
export interface ShownPage {
  /** The offset of the first row. */
  readonly offset: number
  /** The number of rows that it could have held. */
  readonly limit: number
  readonly count: number
  /** Of the whole result. */
  readonly total: number
  /** The offset of the page after it; null at the end. */
  readonly next: number | null
}

/** Page tokens of one result. */
export interface Tokens {
  issue(offset: number): string
  offsetOf(token: string): number | undefined
}

/** The rows of a result, in their order. */
export interface OrderedRows {
  /** The offset of the first row that comes after these values of these fields. */
  after(fields: readonly string[], values: readonly unknown[]): number
}

/** How a result is divided into pages, with the options of one description. */
export interface PagingStyle {
  /** What its answers may tell, beside `rows`, `count` and `total`. */
  readonly placeholders: readonly string[]
  /** Those of them without which an answer cannot be followed. */
  readonly needed: readonly string[]
  readonly facts: Omit<Paging, 'anomalies' | 'mostRowsByDefault' | 'unbounded'>
  /** Whether an answer tells which rows it holds, as far as its template does not. */
  readonly tellsPlace: boolean
  /** Whether an answer's headers say what leads on. */
  readonly tellsNext?: true
  /** Whether a page may be shorter than what was asked for. */
  readonly mayBeShort: boolean
  /** @throws NotValid where what is asked for cannot be read. */
  wanted(carrier: Carrier, most: number, tokens: Tokens, rows: OrderedRows | undefined): Window
  /** By the values of which fields the rows are to be ordered, where a request says so; each row tells them. */
  sortedBy?(carrier: Carrier): readonly string[] | undefined
  values(page: ShownPage, tokens: Tokens, carrier: Carrier): Readonly<Record<string, unknown>>
  headers?(page: ShownPage, carrier: Carrier, tokens: Tokens): ReplyHeaders
  /** What a request asks for, as far as it tells. */
  read(carrier: Carrier): Omit<PageRead, 'rows' | 'next'>
  /** What a client says to get the page at a place. */
  asks(place: PagePlace): readonly Addition[]
  /** The token in what an answer gives as `{{next}}`, where that is more than the token. */
  tokenIn?(next: string): string | null
  /** What an answer's headers say that leads on, where they do; null at the end. */
  nextIn?(headers: SeenResponse['headers']): string | null
}
