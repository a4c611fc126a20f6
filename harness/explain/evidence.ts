import type { Answer } from '../kit/answer.ts'

/** A search that a check made, as far as explanations need it. */
export interface ObservedSearch {
  /** The keys of the full result, in its order. */
  readonly keys: readonly string[]
  /** The most rows that a page of the data source held when the search was made. */
  readonly pageSize: number
}

/** One call of a session, with the search that it was about where the check had made that. */
export interface ObservedCall {
  readonly answer: Answer
  readonly search: ObservedSearch | undefined
  /** Whether it went to the session's own data source over its own connection. */
  readonly ordinary: boolean
}
