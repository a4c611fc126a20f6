import type { Waiver } from '../../../contracts/waiver.ts'
import type { PartResult } from '../../engine/found/join-parts.ts'
import type { CheckResult, JudgedAnswers, WaivedViolation } from '../../engine/found/result.ts'
import { byPlace } from '../../engine/part.ts'
import { brokenBy, coveredBy, isOfWholeClause } from '../../engine/waivers/covers.ts'
import type { ReportedViolation } from '../record/run-report.ts'
import type { PartReport } from '../record/shard-report.ts'
import type { ShardRun } from './shard-of-run.ts'

type Said = NonNullable<PartReport['said']>

/**
 * What the parts in the report of one shard say. Of each check the report has what the first of its parts found
 * that found anything; the parts of the check that stand behind it in the same report say nothing to anybody.
 *
 * @param inForce the waivers that count, of whatever clause.
 */
export function resultsIn(
  { run, shard }: ShardRun,
  inForce: readonly Waiver[],
): readonly PartResult[] {
  const stopped = new Set<string>()
  // Which of a check's parts has met it is not told; the first one stands for all.
  const broken = Map.groupBy(
    run.violations.filter(({ invariant }) => invariant !== undefined),
    ({ check }) => check,
  )
  return shard.parts.toSorted(byPlace).flatMap(({ said, ...part }) => {
    const { check } = part
    if (said === undefined || stopped.has(check)) return []
    const violations = run.violations.filter(
      (violation) => violation.check === check && violation.invariant === undefined,
    )
    const { coverage, milliseconds } = said
    const verdict = resultOf(said, violations, inForce)
    const answers = answersIn(said, broken.get(check) ?? [], inForce)
    broken.delete(check)
    const result = answers === undefined ? verdict : { ...verdict, answers }
    if (isTheEnd(result)) stopped.add(check)
    return [{ ...part, result, coverage, milliseconds }]
  })
}

function answersIn(
  { answers: counts }: Said,
  violations: readonly ReportedViolation[],
  inForce: readonly Waiver[],
): JudgedAnswers | undefined {
  if (counts === undefined) return undefined
  const broken = violations.map((violation) => ({
    violation,
    by: violation.waiver === undefined ? [] : coveredBy(inForce, brokenBy(violation)),
  }))
  return { counts, broken }
}

function resultOf(
  { state, cases: { tried, planned }, reason = '' }: Said,
  violations: readonly ReportedViolation[],
  inForce: readonly Waiver[],
): CheckResult {
  if (state === 'undecided' || state === 'not-applicable') return { state, reason }
  const counts = { cases: tried, ...(planned === tried ? {} : { leftOut: planned - tried }) }
  if (state === 'held') return { state, ...counts }
  if (state === 'not-shown') return { state, ...counts, reason }
  const waived = violations.flatMap((each) => waivedOf(each, inForce))
  const violation = violations.find((each) => each.waiver === undefined)
  if (state === 'waived' || violation === undefined) {
    const [clause] = violations.map((each) => each.clause)
    const isLast = inForce.some((each) => each.clause === clause && isOfWholeClause(each))
    return { state: 'waived', ...counts, waived, ...(isLast ? { isLast } : {}) }
  }
  return { state, ...counts, violation, ...(waived.length === 0 ? {} : { waived }) }
}

/** Whether the check was not tried any further. */
function isTheEnd(result: CheckResult): boolean {
  if (result.state === 'waived') return result.isLast === true
  return result.state === 'violated' || result.state === 'undecided'
}

function waivedOf(
  violation: ReportedViolation,
  inForce: readonly Waiver[],
): readonly WaivedViolation[] {
  if (violation.waiver === undefined) return []
  return [{ violation, by: coveredBy(inForce, brokenBy(violation)) }]
}
