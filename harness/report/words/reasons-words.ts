import { visible } from '../../text/visible.ts'
import type { ClauseReport } from '../record/run-report.ts'

/** Why clauses do not apply, a line for each reason: `PAGE-9: its author declares …`. What is left out says it itself. */
export function notApplicableWords(clauses: readonly ClauseReport[]): readonly string[] {
  const own = clauses.filter(({ outcome }) => outcome === 'not-applicable')
  const reasons = [...new Set(own.map(({ reason = '' }) => reason))]
  return reasons.map((why) => {
    const ids = own.filter(({ reason = '' }) => reason === why).map(({ clause }) => clause)
    return visible(why === '' ? ids.join(', ') : `${ids.join(', ')}: ${why}`)
  })
}

/** How many answers were judged by those clauses that every answer is held against: `734 answers by ENV-1, ENV-5`. */
export function judgedWords(clauses: readonly ClauseReport[]): string | undefined {
  const judged = clauses.flatMap(({ clause, restsOn }) =>
    restsOn === undefined ? [] : [{ clause, answers: restsOn.answers }],
  )
  const counts = [...new Set(judged.map(({ answers }) => answers))].toSorted((a, b) => b - a)
  const parts = counts.map((count) => {
    const ids = judged.filter(({ answers }) => answers === count).map(({ clause }) => clause)
    return `${count} ${count === 1 ? 'answer' : 'answers'} by ${ids.join(', ')}`
  })
  return parts.length === 0 ? undefined : `Judged beside the cases: ${parts.join('; ')}`
}
