import type { ClauseOutcome } from '../record/run-report.ts'

/** Each outcome in the words of a legend. */
export const OUTCOME_WORDS = {
  held: 'held',
  violated: 'violated',
  advised: 'SHOULD not met',
  waived: 'waived',
  'not-applicable': 'not applicable',
  'left-out': 'left out',
  'no-check': 'no check yet',
  undecided: 'undecided',
  'not-shown': 'not shown',
} as const satisfies Record<ClauseOutcome, string>

/** `40 held, 1 violated`, without those that there are none of. */
export function outcomeCounts(clauses: readonly { readonly outcome: ClauseOutcome }[]): string {
  return (Object.keys(OUTCOME_WORDS) as ClauseOutcome[])
    .map((outcome) => ({
      outcome,
      count: clauses.filter((each) => each.outcome === outcome).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${OUTCOME_WORDS[outcome]}`)
    .join(', ')
}
