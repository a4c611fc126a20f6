import type { Recorded } from './recorded.ts'

/** In milliseconds. What is quicker is told of when it ends. */
const SLOW = 500

/** The exchanges that have begun and not ended, and who wants to know of those that keep a client waiting. */
export class UnderWay {
  readonly #all = new Map<Recorded, { isTold: boolean; readonly since: number }>()
  readonly #told = new Set<(recorded: Recorded) => void>()
  #look: NodeJS.Timeout | undefined

  begin(recorded: Recorded): void {
    this.#all.set(recorded, { isTold: false, since: performance.now() })
    this.#lookLater()
  }

  /** Whether it was under way. */
  end(recorded: Recorded): boolean {
    return this.#all.delete(recorded)
  }

  /** Those behind one, in their order. */
  after(sequence: number): readonly Recorded[] {
    return [...this.#all.keys()]
      .filter((each) => each.sequence > sequence)
      .sort((a, b) => a.sequence - b.sequence)
  }

  /** Calls `listener` once with each that has gone on for half a second, and goes on. The result stops it. */
  onSlow(listener: (recorded: Recorded) => void): () => void {
    this.#told.add(listener)
    this.#lookLater()
    return () => this.#told.delete(listener)
  }

  clear(): void {
    this.#all.clear()
  }

  /** No timer an exchange: most are over long before anybody looks. */
  #lookLater(): void {
    if (this.#look !== undefined || this.#told.size === 0 || this.#all.size === 0) return
    this.#look = setTimeout(() => {
      this.#look = undefined
      const latest = performance.now() - SLOW
      let isLeft = false
      for (const [recorded, known] of this.#all) {
        if (known.isTold) continue
        if (known.since > latest) isLeft = true
        else {
          known.isTold = true
          for (const listener of this.#told) listener(recorded)
        }
      }
      if (isLeft) this.#lookLater()
    }, SLOW / 2).unref()
  }
}
