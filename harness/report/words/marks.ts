import { style } from '../../text/style.ts'
import type { ClauseOutcome } from '../record/run-report.ts'

/** The mark of each outcome, in whatever form of report. */
export const PLAIN_MARKS = {
  held: '✓',
  violated: '✗',
  advised: '!',
  waived: '~',
  'not-applicable': '–',
  'left-out': '·',
  'no-check': '?',
  undecided: '…',
  'not-shown': '○',
} as const satisfies Record<ClauseOutcome, string>

/** The mark of each outcome in a terminal report. */
export const MARKS = {
  held: style('green', PLAIN_MARKS.held),
  violated: style('red', PLAIN_MARKS.violated),
  advised: style('yellow', PLAIN_MARKS.advised),
  waived: style('yellow', PLAIN_MARKS.waived),
  'not-applicable': style('dim', PLAIN_MARKS['not-applicable']),
  'left-out': style('dim', PLAIN_MARKS['left-out']),
  'no-check': style('dim', PLAIN_MARKS['no-check']),
  undecided: style('yellow', PLAIN_MARKS.undecided),
  'not-shown': style('yellow', PLAIN_MARKS['not-shown']),
} as const satisfies Record<ClauseOutcome, string>
