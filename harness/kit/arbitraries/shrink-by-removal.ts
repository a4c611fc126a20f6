import fc, { type Arbitrary } from 'fast-check'

/**
 * The same lists, which also shrink by the loss of any one element. By itself fast-check shortens a list
 * from its beginning only, so that steps which do nothing for a failure would stay in its case.
 *
 * @param least how many elements a list keeps.
 */
export function shrinkByRemoval<Element>(
  lists: Arbitrary<Element[]>,
  least: number,
): Arbitrary<Element[]> {
  return new ShrinkByRemoval(lists, least)
}

class ShrinkByRemoval<Element> extends fc.Arbitrary<Element[]> {
  readonly #lists: Arbitrary<Element[]>
  readonly #least: number

  constructor(lists: Arbitrary<Element[]>, least: number) {
    super()
    this.#lists = lists
    this.#least = least
  }

  generate(random: fc.Random, bias: number | undefined): fc.Value<Element[]> {
    return this.#lists.generate(random, bias)
  }

  canShrinkWithoutContext(value: unknown): value is Element[] {
    return this.#lists.canShrinkWithoutContext(value)
  }

  shrink(list: Element[], context: unknown): fc.Stream<fc.Value<Element[]>> {
    return this.#lists.shrink(list, context).join(this.#withoutOne(list).values())
  }

  /** From the end, since what follows the failure is the first that can go. */
  #withoutOne(list: Element[]): fc.Value<Element[]>[] {
    if (list.length <= this.#least) return []
    return list.map((_, left) => new fc.Value(list.toSpliced(left, 1), undefined)).reverse()
  }
}
