import type { CheckResult } from './result.ts'

/** What a check says after one more round of it. */
export function afterRound(before: CheckResult | undefined, now: CheckResult): CheckResult {
  if (before?.state !== 'held') return now
  if (now.state === 'held') return { ...before, cases: before.cases + now.cases }
  // That a further round says nothing of the connector takes nothing away from those before it.
  if (now.state === 'not-applicable') return before
  return now.state === 'violated' ? { ...now, cases: before.cases + now.cases } : now
}
