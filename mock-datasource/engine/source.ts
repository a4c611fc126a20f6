import type { DataSet } from './data-set.ts'
import type { Row } from './row.ts'

/** Which rows there are: made ones, from a seed, or the user's own. */
export type DataSetSpec =
  | { readonly rows: number; readonly seed: number }
  | { readonly data: readonly Row[] }

/** A data set in use. Searches keep theirs when the settings name another. */
export interface Source {
  /** Tells the sources of one mock apart. */
  readonly serial: number
  readonly spec: DataSetSpec
  readonly dataSet: DataSet
}
