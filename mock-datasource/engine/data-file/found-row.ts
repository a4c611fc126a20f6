/** What stands in a data file for a row, before anything about it is known. */
export interface FoundRow {
  readonly value: unknown
  /** Where it starts, from 1. Asked for only when something is wrong, since it may take a search. */
  readonly line: () => number
}
