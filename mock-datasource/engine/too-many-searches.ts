/**
 * There is no room for another search. The data source answers as it does when it is overloaded; the message says
 * what the bound is, and how to have another.
 */
export class TooManySearchesError extends Error {
  override readonly name = 'TooManySearchesError'
}
