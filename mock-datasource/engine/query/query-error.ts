/**
 * The query cannot be parsed, or names an unknown table or field: code 2000 of the API. The message
 * contains the position or the name, as the API's error table asks.
 */
export class QueryError extends Error {
  /** Where the query stops making sense: a 0-based offset in UTF-16 code units. */
  readonly position: number | undefined

  constructor(message: string, position?: number) {
    super(position === undefined ? message : `${message} at position ${position}`)
    this.name = 'QueryError'
    this.position = position
  }
}
