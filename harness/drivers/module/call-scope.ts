import { AsyncLocalStorage } from 'node:async_hooks'
import type { Outcome } from '../driver.ts'
import { OutputHead } from '../output-head.ts'

/** More than this from one call, in bytes a stream, is not kept. */
const OUTPUT_LIMIT = 8 * 1024 * 1024

/** One running call of a connector in this process, and what it did besides answering. */
export class CallScope {
  readonly stdout = new OutputHead(OUTPUT_LIMIT)
  readonly stderr = new OutputHead(OUTPUT_LIMIT)
  /** Variables that the connector sees beside those of the process. */
  readonly environment: Readonly<Record<string, string>>
  readonly #outcome = Promise.withResolvers<Outcome>()
  readonly #late: (outcome: Outcome) => void
  #isOver = false

  /** @param late told of what the call would have come to, had it not had its outcome by then. */
  constructor(
    environment: Readonly<Record<string, string>> = {},
    late: (outcome: Outcome) => void = () => {},
  ) {
    this.environment = environment
    this.#late = late
  }

  /** What would have ended the process: an exception that nobody catches, or an exit. */
  broke(outcome: Outcome): void {
    if (this.#isOver) this.#late(outcome)
    else this.settle(outcome)
  }

  /** The first outcome counts. */
  settle(outcome: Outcome): void {
    this.#isOver = true
    this.#outcome.resolve(outcome)
  }

  /** Whether the call has its outcome. What its connector still writes then belongs to nothing. */
  get isOver(): boolean {
    return this.#isOver
  }

  get outcome(): Promise<Outcome> {
    return this.#outcome.promise
  }
}

/** The call that the code which runs now belongs to, through timers, promises and sockets. */
export const currentCall = new AsyncLocalStorage<CallScope>()
