import type { ReportedViolation } from './run-report.ts'

/**
 * One cause once: without what a check found of its own claim where an invariant of the clause tells of it. Reports of
 * shards have both, since what tells of it may be in another.
 */
export function eachOnce(violations: readonly ReportedViolation[]): readonly ReportedViolation[] {
  const told = new Set(
    violations.flatMap(({ invariant, waiver }) => (waiver === undefined ? invariant : [])),
  )
  return violations.flatMap(({ repeats, ...violation }) =>
    repeats !== undefined && told.has(repeats) ? [] : [violation],
  )
}
