import fc, { type Arbitrary } from 'fast-check'

/** Which cases are made, so that the same ones can be made again. */
export interface Sampling {
  readonly seed: number
  /** Those that are always tried included. */
  readonly numRuns: number
  /** The place of the first case that is tried: those before it are passed over. */
  readonly first: number
  readonly examples: [unknown][]
}

/** Thrown inside a property so that fast-check looks for a smaller case. */
class CaseFailed extends Error {}

/** The cases that `sample` tries, in their order, as long as none fails. */
export function upcoming(
  cases: Arbitrary<unknown>,
  { seed, numRuns, examples, first }: Sampling,
): readonly unknown[] {
  return fc.sample(cases, { seed, numRuns, examples, path: String(first) })
}

/**
 * Tries case after case until one fails, and then smaller ones for as long as there are any.
 *
 * @param fails what becomes of one case; never rejects.
 * @param from begins with the case at this place, and tries no other but smaller ones.
 */
export async function sample(
  cases: Arbitrary<unknown>,
  { seed, numRuns, examples, first }: Sampling,
  fails: (example: unknown) => Promise<boolean>,
  from?: number,
): Promise<void> {
  const property = fc.asyncProperty(cases, async (example) => {
    if (await fails(example)) throw new CaseFailed()
  })
  const where =
    from === undefined ? { numRuns, path: String(first) } : { numRuns: 1, path: String(from) }
  await fc.check(property, { seed, examples, ...where })
}
