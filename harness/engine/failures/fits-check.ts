import fc, { type Arbitrary } from 'fast-check'
import { isObject } from '../../kit/answer.ts'
import type { Capabilities } from '../../kit/capabilities.ts'
import type { Check } from '../../kit/define-check.ts'

const SAMPLES = 30

/**
 * Whether a case from an earlier version still looks like a case of this check: it has the members that
 * every case has now, and no others. A check that was given another one would test something else, and
 * call it held.
 */
export function fitsCheck(check: Check, example: unknown, capabilities: Capabilities): boolean {
  const cases = check.cases(capabilities)
  const current = isList(cases)
    ? cases
    : [...check.always(capabilities), ...fc.sample(cases, { seed: 1, numRuns: SAMPLES })]
  if (!isObject(example)) return current.some((each) => kindOf(each) === kindOf(example))
  const now = current.filter(isObject).map((each) => Object.keys(each))
  const own = Object.keys(example)
  const needed = (now[0] ?? []).filter((key) => now.every((keys) => keys.includes(key)))
  return (
    now.length > 0 &&
    needed.every((key) => own.includes(key)) &&
    own.every((key) => now.some((keys) => keys.includes(key)))
  )
}

function isList(cases: Arbitrary<unknown> | readonly unknown[]): cases is readonly unknown[] {
  return Array.isArray(cases)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}
