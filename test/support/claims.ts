import { CHECKS } from '../../harness/checks/index.ts'
import type { CheckResult } from '../../harness/engine/found/result.ts'
import { runCheck } from '../../harness/engine/run-check.ts'
import type { RunOptions } from '../../harness/engine/run-options.ts'
import type { Check } from '../../harness/kit/define-check.ts'
import { INVARIANTS } from '../../harness/kit/invariants/index.ts'

const names = new Set(CHECKS.map(({ name }) => name))

/**
 * Whatever can catch a connector: every check, with the invariants of its own clause, and every invariant but those that
 * a check of the clause is named for, with the cases of the first check that gives it answers.
 */
export const CLAIMS: readonly Check[] = [
  ...CHECKS,
  ...INVARIANTS.filter(({ name, clause }) => name !== `${clause} every answer`).map((invariant) => {
    const { name, clause, level, claim } = invariant
    return { ...providerOf(invariant), name, clause, level, claim, provides: [] }
  }),
]

/** The check whose cases a claim is judged by. */
export function providerOf({ name, clause }: Pick<Check, 'name' | 'clause'>): Check {
  const own = CHECKS.find((check) => check.name === name)
  const gives = (check: Check) => check.clause === clause || check.provides.includes(clause)
  const provider = own ?? CHECKS.find(gives)
  if (provider === undefined) throw new Error(`no check gives ${name} its answers`)
  return provider
}

/** What a claim is held against: one invariant, or those of the check's clause. */
export function invariantsOf({ name, clause }: Check): readonly string[] {
  if (!names.has(name)) return [name]
  return INVARIANTS.filter((each) => each.clause === clause).map((each) => each.name)
}

/**
 * What a claim says of a connector. An answer that breaks an invariant is a violation here, whatever else the check says,
 * so that no further case is tried, unless the options say when it is over.
 *
 * @param invariants what every answer is held against; by default what the claim is about.
 */
export async function judge(
  claim: Check,
  options: RunOptions,
  invariants: readonly string[] = invariantsOf(claim),
): Promise<CheckResult> {
  let sofar: (() => CheckResult) | undefined
  const result = await runCheck(claim, {
    isOver: () => (sofar?.().answers?.broken.length ?? 0) > 0,
    ...options,
    invariants,
    begun: (told) => {
      sofar = told
    },
  })
  const [broken] = result.answers?.broken ?? []
  if (broken === undefined) return result
  const cases = 'cases' in result ? result.cases : 0
  const matrix = 'matrix' in result && result.matrix ? { matrix: result.matrix } : {}
  return { state: 'violated', cases, violation: broken.violation, ...matrix }
}
