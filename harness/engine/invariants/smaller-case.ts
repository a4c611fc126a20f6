import type { Arbitrary } from 'fast-check'
import type { Check } from '../../kit/define-check.ts'
import { seedOf } from '../check-seed.ts'
import type { RunOptions } from '../run-options.ts'
import { sample } from '../sample.ts'

/**
 * Looks for a smaller case than this one, which the check has made, for as long as the run has smaller cases to try.
 *
 * @param place of the case among those that the check makes.
 * @param shows whether a case shows the same.
 */
export async function smallerCase(
  check: Check,
  options: RunOptions,
  place: number,
  shows: (example: unknown) => Promise<boolean>,
): Promise<void> {
  const cases = check.cases(options)
  if (isList(cases)) return
  // The first one is the case itself once more.
  let left = options.shrinks + 1
  const sampling = {
    seed: seedOf(options.seed, check.name),
    numRuns: 1,
    first: place,
    examples: [],
  }
  await sample(
    cases,
    sampling,
    async (example) => {
      left -= 1
      return left >= 0 && (await shows(example))
    },
    place,
  )
}

function isList(cases: Arbitrary<unknown> | readonly unknown[]): cases is readonly unknown[] {
  return Array.isArray(cases)
}
