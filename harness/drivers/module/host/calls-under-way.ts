import type { Call, CallResult } from '../../driver.ts'
import { type Patience, startDeadline } from '../../process/deadline.ts'

/** How a call came out. */
export interface HostResult {
  readonly result: CallResult
  /** It may be another call's doing: calls shared the process, and it came to harm. */
  readonly disturbed?: true
}

/** A call that has not come out. */
export interface Pending {
  readonly call: Call
  readonly started: number
  readonly resolve: (result: HostResult) => void
  /** Ends whatever waits for its outcome. */
  endWait: () => void
  isDisturbed: boolean
}

/** The calls that one process is serving. */
export class CallsUnderWay {
  readonly #pending = new Map<number, Pending>()
  #begun = 0
  #served = 0

  get size(): number {
    return this.#pending.size
  }

  has(id: number): boolean {
    return this.#pending.has(id)
  }

  /**
   * Begins a call.
   * @param passed told when its time is over.
   */
  begin(
    call: Call,
    patience: Patience,
    passed: (pending: Pending) => void,
  ): { readonly id: number; readonly outcome: Promise<HostResult> } {
    const { promise, resolve } = Promise.withResolvers<HostResult>()
    this.#begun += 1
    const id = this.#begun
    const pending: Pending = {
      ...{ call, resolve },
      endWait: startDeadline(patience, () => passed(pending)),
      started: performance.now(),
      isDisturbed: false,
    }
    this.#pending.set(id, pending)
    return { id, outcome: promise }
  }

  /** Waits so many milliseconds more for the outcome of one whose time is over. */
  await(pending: Pending, milliseconds: number, passed: () => void): void {
    const timer = setTimeout(passed, milliseconds)
    pending.endWait = () => clearTimeout(timer)
  }

  /** The outcome of a call. One that is not under way is passed over: an answer to no call, or a second one. */
  settle(id: number, result: CallResult): void {
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    this.#pending.delete(id)
    this.#served += 1
    pending.endWait()
    const milliseconds = Math.round(performance.now() - pending.started)
    pending.resolve({
      result: { ...result, milliseconds },
      ...(pending.isDisturbed ? { disturbed: true } : {}),
    })
  }

  /** What all of them share is not as it was: where there are several, nobody knows whose doing it is. */
  disturb(): void {
    if (this.size < 2) return
    for (const each of this.#pending.values()) each.isDisturbed = true
  }

  /** The process is gone. One call in a process that had served no other ended it itself. */
  settleAll(resultOf: (pending: Pending) => CallResult): void {
    const isAlone = this.size === 1 && this.#served === 0
    for (const [id, pending] of this.#pending) {
      pending.isDisturbed = !isAlone
      this.settle(id, resultOf(pending))
    }
  }
}
