import type { Code } from '../../contracts/data-source/errors.ts'
import type { DataSet } from './data-set.ts'
import type { Ending } from './search.ts'
import type { Selector } from './selector.ts'
import type { DataSetSpec } from './source.ts'

/** What a query's text means to a data source. */
export interface CompiledQuery {
  /** The rows it selects; absent for a query that only scripts what happens. */
  readonly selector?: Selector
  /** Absent: the search completes. */
  readonly ending?: Ending
  /** By operation, the API code with which that operation fails, every time. */
  readonly fails: Readonly<Record<string, Code>>
}

/** The data of a data source: what is asked of it, and what there is. Knows no HTTP. */
export interface DataModel {
  /** What a query means on these rows. Throws a QueryError. */
  compile(query: string, dataSet: DataSet): CompiledQuery
  /** Throws a RowsError if the user's own rows cannot be used. */
  open(spec: DataSetSpec): DataSet
}
