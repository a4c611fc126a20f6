import { isDeepStrictEqual } from 'node:util'

/** A case that is under way. */
interface UnderWay {
  readonly result: Promise<unknown>
}

interface Begun<Case> {
  readonly example: unknown
  readonly begun: Case
}

/**
 * Cases that are begun before it is their turn: most of a case is waiting, which several can do at the same time. They
 * are taken in their order, and one that nobody takes counts for nothing, so that what is found is the same as if each
 * had waited for the one before.
 */
export class BegunEarly<Case extends UnderWay> {
  readonly #atOnce: () => number
  readonly #begin: (example: unknown, place: number) => Case
  #expected: () => readonly unknown[] = () => []
  #coming: readonly unknown[] | undefined
  #next = 0
  #begun: Begun<Case>[] = []
  #left: Promise<unknown>[] = []

  /**
   * @param atOnce how many may be under way at once now, the one that is taken included.
   * @param begin runs a case, which is given with its place among those that are expected.
   */
  constructor(atOnce: () => number, begin: (example: unknown, place: number) => Case) {
    this.#atOnce = atOnce
    this.#begin = begin
  }

  /**
   * Says which cases are taken from now on, in this order. They may be fewer: whoever stops takes no more.
   *
   * @param cases asked for once there is room for more than one.
   */
  expect(cases: () => readonly unknown[]): void {
    this.forget()
    this.#expected = cases
  }

  /** What becomes of the next case; undefined where this one was not expected, and then no other is. */
  take(example: unknown): Case | undefined {
    const most = this.#atOnce()
    if (most <= 1 && this.#begun.length === 0) {
      this.#next += 1
      return undefined
    }
    this.#coming ??= this.#expected()
    while (this.#begun.length < most && this.#next < this.#coming.length) {
      const early = this.#coming[this.#next]
      const begun = this.#begin(early, this.#next)
      // Whoever takes it is told; where nobody does, nobody is.
      begun.result.catch(() => {})
      this.#begun.push({ example: early, begun })
      this.#next += 1
    }
    const first = this.#begun.shift()
    if (first !== undefined && isDeepStrictEqual(first.example, example)) return first.begun
    if (first !== undefined) this.#left.push(first.begun.result)
    this.forget()
    return undefined
  }

  /** From now on, nothing is begun early. */
  forget(): void {
    this.#left.push(...this.#begun.map(({ begun }) => begun.result))
    this.#begun = []
    this.#expected = () => []
    this.#coming = undefined
    this.#next = 0
  }

  /** Resolves when nothing is under way that nobody takes. */
  async settled(): Promise<void> {
    this.forget()
    await Promise.allSettled(this.#left)
    this.#left = []
  }
}
