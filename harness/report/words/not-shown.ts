import { visible } from '../../text/visible.ts'
import type { RunReport } from '../record/run-report.ts'

/** A sentence without its full stop for each clause that a run tried and has not shown to hold, with the reason. */
export function notShownSentences({ clauses }: Pick<RunReport, 'clauses'>): readonly string[] {
  return clauses.flatMap(({ clause, outcome, reason }) => {
    if (outcome !== 'not-shown') return []
    return [visible(`${clause} is not shown to hold${reason === undefined ? '' : `: ${reason}`}`)]
  })
}
