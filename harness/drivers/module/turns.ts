/**
 * Lets calls overlap, until a connector turns out to give values too large to be taken in. From then on its
 * calls take turns: many such values at once, in one process, would be more memory than there is.
 */
export class Turns {
  #taken = false
  #last: Promise<unknown> = Promise.resolve()

  /** From now on, one call at a time. */
  take(): void {
    this.#taken = true
  }

  /** Makes the call, at once or in its turn. The call must not reject. */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (!this.#taken) return call()
    const mine = this.#last.then(call)
    this.#last = mine
    return mine
  }
}
