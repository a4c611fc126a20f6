/**
 * The data source cannot make sense of a query: it cannot be read, or names what is not there. The message
 * contains the position or the name.
 */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  /** Where the query stops making sense: a 0-based offset in UTF-16 code units. */
  readonly position: number | undefined

  constructor(message: string, position?: number) {
    super(position === undefined ? message : `${message} at position ${position}`)
    this.position = position
  }
}
