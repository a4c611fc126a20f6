import fc from 'fast-check'

/**
 * An arbitrary that is made when a value is first asked of it. For those of any text: fast-check sets up tables of all
 * characters for them, for which every process would wait that loads the checks.
 */
export function madeWhenUsed<Value>(make: () => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return new MadeWhenUsed(make)
}

class MadeWhenUsed<Value> extends fc.Arbitrary<Value> {
  readonly #make: () => fc.Arbitrary<Value>
  #made: fc.Arbitrary<Value> | undefined

  constructor(make: () => fc.Arbitrary<Value>) {
    super()
    this.#make = make
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<Value> {
    return this.#arbitrary.generate(random, biasFactor)
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.#arbitrary.canShrinkWithoutContext(value)
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#arbitrary.shrink(value, context)
  }

  get #arbitrary(): fc.Arbitrary<Value> {
    this.#made ??= this.#make()
    return this.#made
  }
}
