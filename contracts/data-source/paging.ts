import type { PageAnomalyVariant } from './page-anomaly.ts'

/** How a data source divides a result into pages. */
export interface Paging {
  readonly style:
    | 'offset-limit'
    | 'token'
    | 'page-number'
    | 'range'
    | 'next-url'
    | 'search-after'
    | 'limit'
    | 'whole'
  /** What its pages can be made to do wrong; empty where the style leaves no room. */
  readonly anomalies: readonly PageAnomalyVariant[]
  /** Names of what requests say, and in `next` answers, for sentences: `offset`, `page_token`. */
  readonly words: {
    readonly place?: string
    readonly token?: string
    readonly limit?: string
    readonly next?: string
  }
  /** How sentences call what leads to the next page: `a token`. */
  readonly next: string
  /** Whether place and token exclude each other. */
  readonly exclusive?: boolean
  /** Pages hold as many rows as they are asked for, so that nothing bounds them. */
  readonly unbounded?: true
  /** The most rows of a page where nobody has set another number. */
  readonly mostRowsByDefault: number
  /** Whether a request for more rows than a page can have is refused; else it gets as many as there can be. */
  readonly refusesMore?: true
}
