import { CLAUSES, type ClauseId } from '../../../contracts/clauses.ts'
import { METHODS } from '../../../contracts/method.ts'
import { CHECKS } from '../../checks/index.ts'
import { type Coverage, CoverageCount } from '../../engine/found/coverage.ts'
import type { JudgedAnswers } from '../../engine/found/result.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { ReportedCoverage } from './run-report.ts'

/**
 * The coverage of a run, out of that of its checks by their names, and of what was judged of every answer: of a clause
 * that is held against answers these are what was tried.
 */
export function coverageOfRun(
  byCheck: ReadonlyMap<string, Coverage>,
  answers: JudgedAnswers,
): ReportedCoverage {
  const { faults, codes } = sumOf([...byCheck.values()])
  const clauses = CLAUSES.flatMap(({ id }) => {
    const checks = CHECKS.filter(({ clause }) => clause === id)
    const ofChecks = sumOf(checks.flatMap(({ name }) => byCheck.get(name) ?? []))
    return rowsOf(id, { ...ofChecks, methods: withAnswers(id, ofChecks, answers) })
  })
  return { clauses, faults, codes }
}

function sumOf(coverages: readonly Coverage[]): Coverage {
  const count = new CoverageCount()
  for (const coverage of coverages) count.addAll(coverage)
  return count.coverage
}

/** What a check of the clause has found beside, it has found in a case of its own. */
function withAnswers(id: ClauseId, { methods }: Coverage, { counts }: JudgedAnswers) {
  const own = INVARIANTS.filter(({ clause }) => clause === id).flatMap(
    ({ name }) => counts[name] ?? [],
  )
  if (own.length === 0) return methods
  return METHODS.flatMap((method) => {
    const tallies = own.flatMap((count) => count.methods[method] ?? [])
    const judged = Math.max(0, ...tallies.map((each) => each.judged))
    const broken = Math.max(0, ...tallies.map((each) => each.broken))
    const { violated } = methods.find((row) => row.method === method) ?? NEVER
    const row = { method, held: judged - broken, violated: broken + violated }
    return judged + violated === 0 ? [] : [{ ...row, tried: judged + violated }]
  })
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
