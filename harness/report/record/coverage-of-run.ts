import { CLAUSES, type ClauseId } from '../../../contracts/clauses.ts'
import { METHODS } from '../../../contracts/method.ts'
import { CHECKS } from '../../checks/index.ts'
import { type Coverage, CoverageCount } from '../../engine/found/coverage.ts'
import type { ReportedCoverage } from './run-report.ts'

/** The coverage of a run, out of that of its checks by their names. */
export function coverageOfRun(byCheck: ReadonlyMap<string, Coverage>): ReportedCoverage {
  const { faults, codes } = sumOf([...byCheck.values()])
  const clauses = CLAUSES.flatMap(({ id }) => {
    const checks = CHECKS.filter(({ clause }) => clause === id)
    return rowsOf(id, sumOf(checks.flatMap(({ name }) => byCheck.get(name) ?? [])))
  })
  return { clauses, faults, codes }
}

function sumOf(coverages: readonly Coverage[]): Coverage {
  const count = new CoverageCount()
  for (const coverage of coverages) count.addAll(coverage)
  return count.coverage
}

const NEVER = { tried: 0, held: 0, violated: 0 }

/**
 * The methods that the clause speaks of, and whichever broke it. That others were called on the way and
 * nothing was amiss says nothing.
 */
function rowsOf(clause: ClauseId, { methods }: Coverage): ReportedCoverage['clauses'] {
  const spokenOf = CLAUSES.find(({ id }) => id === clause)?.methods ?? []
  return METHODS.flatMap((method) => {
    const { tried, held, violated } = methods.find((row) => row.method === method) ?? NEVER
    const counts = spokenOf.includes(method) || violated > 0
    return counts ? [{ clause, method, tried, held, violated }] : []
  })
}
