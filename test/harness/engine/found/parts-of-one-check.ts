import { joinParts, type PartResult } from '../../../../harness/engine/found/join-parts.ts'
import type { CheckResult } from '../../../../harness/engine/found/result.ts'

/** What parts of one check say together that have these results, in the order of their cases. */
export function joined(...results: readonly CheckResult[]): CheckResult {
  const parts = results.map(
    (result, index): PartResult => ({
      ...{ check: 'PAGE-1', listed: index === 0, from: index, to: index + 1, result },
      coverage: { methods: [], faults: [], codes: [] },
      milliseconds: 1,
    }),
  )
  return joinParts(parts).result
}
