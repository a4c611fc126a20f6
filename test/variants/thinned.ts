import type { Arbitrary } from 'fast-check'
import type { Capabilities } from '../../harness/kit/capabilities.ts'
import type { Check } from '../../harness/kit/define-check.ts'

/**
 * A check that tries at most so many of the cases that it lists, spread over all of them: for connectors
 * that are expected to hold it, where one missing case decides nothing.
 *
 * @param phase which ones: each number takes others, so that several connectors together meet them all
 */
export function thinned(check: Check, most: number, phase: number): Check {
  const some = (cases: readonly unknown[]) => {
    const stride = Math.ceil(cases.length / most)
    return cases.filter((_, index) => index % stride === phase % stride)
  }
  const casesOf = (capabilities: Capabilities): Arbitrary<unknown> | readonly unknown[] => {
    const cases = check.cases(capabilities)
    return Array.isArray(cases) ? some(cases) : cases
  }
  return { ...check, cases: casesOf, always: (capabilities) => some(check.always(capabilities)) }
}
