/** Texts in the language of a data source. Nobody else reads or makes any. */
export interface Queries {
  /** All rows. */
  readonly all: string
  /** One that the data source cannot read; absent where it takes every text. */
  readonly refused?: string
  /** Two or more that it takes, `all` first. */
  readonly examples: readonly string[]
  /** One that holds this text as a literal, escaped; absent where nothing of a query is free text. */
  with?(text: string): string
  /** The nth of texts that select some of the rows, fewer the greater n is. */
  some(n: number): string
  /** One that leaves out the row with this key; absent where no query can say so. */
  without?(key: string): string
  /** The most characters that it takes. */
  readonly longest?: number
  /** A form in which equal queries are equal texts; absent where that is the text itself. */
  canonical?(query: string): string
}
