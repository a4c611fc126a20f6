import type { CheckResult } from '../../engine/found/result.ts'

/** How much of a check or a clause was tried. */
export interface Cases {
  readonly tried: number
  /**
   * Those tried, and those that were not: listed ones for which the profile is too short, and any that the run did not
   * come to. A check ends with its first case that fails, and what it had planned ends there too.
   */
  readonly planned: number
}

/** The cases of a check's result; none where it has no verdict. */
export function casesOf(result: CheckResult): Cases {
  if (!('cases' in result)) return { tried: 0, planned: 0 }
  const { cases, leftOut = 0 } = result
  return { tried: cases, planned: cases + leftOut }
}

/** The same of several results together. */
export function sumOf(all: readonly Cases[]): Cases {
  return {
    tried: all.reduce((sum, { tried }) => sum + tried, 0),
    planned: all.reduce((sum, { planned }) => sum + planned, 0),
  }
}

/** How many cases a run tried, over all of its clauses. */
export function casesTried(clauses: readonly { readonly cases: Cases }[]): number {
  return sumOf(clauses.map(({ cases }) => cases)).tried
}
