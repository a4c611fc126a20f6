import type { DataSet } from './data-set.ts'
import type { Row } from './row.ts'

/** What a query selects, and what of each row it shows. */
export interface Selector {
  /** Asked once for each query on the same rows, as long as there is room to remember the answer. */
  select(dataSet: DataSet): Selection | Promise<Selection>
  /** A row as the query shows it. */
  project(row: Row): Row
  /** Whether that is the row as it is, so that a data set's own JSON can be sent. */
  readonly whole: boolean
}

/** The rows that a query selects, in the data set's order. */
export interface Selection {
  readonly total: number
  /** The index in the data set of the row at `position`, 0 ≤ `position` < `total`. */
  indexAt(position: number): number
  /** About how much memory it takes. */
  readonly bytes: number
}
