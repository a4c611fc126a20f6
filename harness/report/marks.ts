import type { ClauseOutcome } from './run-report.ts'
import { style } from './style.ts'

/** The mark of each outcome in a terminal report. */
export const MARKS = {
  held: style('green', '✓'),
  violated: style('red', '✗'),
  advised: style('yellow', '!'),
  'not-applicable': style('dim', '–'),
  'left-out': style('dim', '·'),
  'no-check': style('dim', '?'),
  undecided: style('yellow', '…'),
} as const satisfies Record<ClauseOutcome, string>
