import type { Row, Value } from './row.ts'

/**
 * The rows of one table, in the order of every result: by the time of a row where it has one, then by its key. A
 * data set never changes; a search that holds one keeps its result for life.
 * `index` is 0 ≤ `index` < `size` throughout.
 */
export interface DataSet {
  readonly size: number
  /** The names of all fields, in the order in which a row shows them. */
  readonly fields: readonly string[]
  /** The row at `index`; the same one at each call. Throws a RangeError outside. */
  row(index: number): Row
  /** One field of that row, without making the others; null where the row has no such field. */
  value(index: number, field: string): Value
  /**
   * That row as JSON in UTF-8, one character a byte (what Node.js calls latin1), where that is quicker to
   * have than by way of `row`.
   */
  readonly json?: (index: number) => string
}
