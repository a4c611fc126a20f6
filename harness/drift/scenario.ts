import type { Observer } from './probe/observer.ts'
import type { Side } from './side.ts'

/** One thing that is tried at both sides. It observes, never compares, and changes nothing but its own searches. */
export interface Scenario {
  /** Unique among them: its file's, or its row's. */
  readonly name: string
  /** For the report. */
  readonly title: string
  /**
   * @param input.query the query whose search is run.
   * @throws CannotGoOn where an answer is not what its next step needs.
   */
  run(side: Side, observe: Observer, input: { readonly query: string }): Promise<void>
}
