import type { Row } from './row.ts'

/**
 * The rows of one table, ordered by the instant in `timeField`, then by `id` (by code unit). Source: the
 * API's "Results". A data set never changes; a search that holds one keeps its result for life.
 */
export interface DataSet {
  readonly size: number
  /** The names of all fields, in the order in which a row shows them. */
  readonly fields: readonly string[]
  /** The field that orders the rows and that START and STOP bound: RFC 3339 in every row. */
  readonly timeField: string
  /** The row at `index`, 0 ≤ `index` < `size`; the same one at each call. Throws a RangeError outside. */
  row(index: number): Row
}
