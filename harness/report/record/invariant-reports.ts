import type { ClauseId } from '../../../contracts/clauses.ts'
import { METHODS } from '../../../contracts/method.ts'
import { CHECKS } from '../../checks/index.ts'
import type { Extent } from '../../engine/found/extent.ts'
import { answersIn, joinAnswers } from '../../engine/found/judged-answers.ts'
import type {
  BrokenInvariant,
  CheckResult,
  InvariantCount,
  JudgedAnswers,
} from '../../engine/found/result.ts'
import { INVARIANTS } from '../../kit/invariants/index.ts'
import type { CheckReport, RestsOn, RunReport } from './run-report.ts'

/** What the answers that all checks met say together, each cause once, with how far it reaches. */
export function answersOf(results: ReadonlyMap<string, CheckResult>): JudgedAnswers {
  const all = CHECKS.map(({ name }) => results.get(name)?.answers)
  const joined = all.reduce(joinAnswers, undefined) ?? { counts: {}, broken: [] }
  return { ...joined, broken: inOrder(joined.broken).map((each) => withExtent(each, joined)) }
}

/** What the outcome of a clause was judged by; undefined where none of its invariants was held against any answer. */
export function restsOn(clause: ClauseId, { counts }: JudgedAnswers): RestsOn | undefined {
  // Those of one clause mostly judge the same answers.
  const [most] = INVARIANTS.filter((each) => each.clause === clause)
    .flatMap(({ name }) => counts[name] ?? [])
    .toSorted((one, other) => answersIn(other).judged - answersIn(one).judged)
  return most && { cases: most.cases, answers: answersIn(most).judged, requests: most.requests }
}

/** What a run says of each invariant that it held answers against. */
export function invariantsOf({ plan, clauses, violations }: RunReport): readonly CheckReport[] {
  const { invariants = [] } = plan
  return INVARIANTS.filter(({ name }) => invariants.includes(name)).map((each) => {
    const { name: check, clause, level, claim } = each
    const found = violations.find(({ invariant }) => invariant === check)
    const judged = clauses.find((report) => report.clause === clause)?.restsOn?.answers ?? 0
    const unbroken = judged > 0 ? 'held' : 'not-shown'
    const broken = found?.waiver === undefined ? 'violated' : 'waived'
    const state = found === undefined ? unbroken : broken
    return { check, clause, level, claim, cases: { tried: judged, planned: judged }, state }
  })
}

function inOrder(broken: readonly BrokenInvariant[]): readonly BrokenInvariant[] {
  return INVARIANTS.flatMap(({ name }) =>
    broken.filter(({ violation }) => violation.invariant === name),
  )
}

function withExtent(
  { violation, by }: BrokenInvariant,
  { counts }: JudgedAnswers,
): BrokenInvariant {
  const count = counts[violation.invariant ?? '']
  // A case of an earlier run is none of those that are counted.
  if (count === undefined || answersIn(count).broken === 0) return { violation, by }
  return { violation: { ...violation, extent: extentOf(count) }, by }
}

function extentOf(count: InvariantCount): Extent {
  const { judged, broken } = answersIn(count)
  const methods = METHODS.filter((method) => count.methods[method] !== undefined)
  const fails = (method: (typeof METHODS)[number]) => (count.methods[method]?.broken ?? 0) > 0
  const method = { failed: methods.filter(fails), held: methods.filter((each) => !fails(each)) }
  return { failed: broken, tried: judged, by: methods.length < 2 ? {} : { method }, of: 'answers' }
}
