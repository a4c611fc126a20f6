import { isDeepStrictEqual } from 'node:util'

interface Begun<Result> {
  readonly example: unknown
  readonly result: Promise<Result>
}

/**
 * Cases that are begun before it is their turn: most of a case is waiting, which several can do at the same time. They
 * are taken in their order, and one that nobody takes counts for nothing, so that what is found is the same as if each
 * had waited for the one before.
 */
export class BegunEarly<Result> {
  readonly #atOnce: number
  readonly #begin: (example: unknown, place: number) => Promise<Result>
  #coming: readonly unknown[] = []
  #next = 0
  #begun: Begun<Result>[] = []
  #left: Promise<unknown>[] = []

  /**
   * @param atOnce so many are under way at once, the one that is taken included.
   * @param begin runs a case, which is given with its place among those that are expected.
   */
  constructor(atOnce: number, begin: (example: unknown, place: number) => Promise<Result>) {
    this.#atOnce = atOnce
    this.#begin = begin
  }

  /** Says which cases are taken from now on, in this order. They may be fewer: whoever stops takes no more. */
  expect(cases: readonly unknown[]): void {
    this.forget()
    if (this.#atOnce > 1) this.#coming = cases
  }

  /** What becomes of the next case; undefined where this one was not expected, and then no other is. */
  take(example: unknown): Promise<Result> | undefined {
    while (this.#begun.length < this.#atOnce && this.#next < this.#coming.length) {
      const early = this.#coming[this.#next]
      const result = this.#begin(early, this.#next)
      // Whoever takes it is told; where nobody does, nobody is.
      result.catch(() => {})
      this.#begun.push({ example: early, result })
      this.#next += 1
    }
    const first = this.#begun.shift()
    if (first !== undefined && isDeepStrictEqual(first.example, example)) return first.result
    if (first !== undefined) this.#left.push(first.result)
    this.forget()
    return undefined
  }

  /** From now on, nothing is begun early. */
  forget(): void {
    this.#left.push(...this.#begun.map(({ result }) => result))
    this.#begun = []
    this.#coming = []
    this.#next = 0
  }

  /** Resolves when nothing is under way that nobody takes. */
  async settled(): Promise<void> {
    this.forget()
    await Promise.allSettled(this.#left)
    this.#left = []
  }
}
