import type { Exclusion, VerifyOptions } from '../engine/plan.ts'
import { UsageError } from '../errors.ts'
import type { Check } from '../kit/define-check.ts'

/**
 * Which checks the user wants.
 *
 * @throws UsageError where a filter matches no check.
 */
export function chooseChecks(
  checks: readonly Check[],
  { only, skip }: Pick<VerifyOptions, 'only' | 'skip'>,
): { readonly checks: readonly Check[]; readonly leftOut: readonly Exclusion[] } {
  for (const prefix of [...only, ...skip]) requireMatch(checks, prefix)
  const wanted = (check: Check) =>
    (only.length === 0 || only.some((prefix) => hasPrefix(check, prefix))) &&
    !skip.some((prefix) => hasPrefix(check, prefix))
  return {
    checks: checks.filter(wanted),
    leftOut: checks
      .filter((check) => !wanted(check))
      .map((check): Exclusion => ({ check: check.name, reason: 'left out by --only or --skip' })),
  }
}

/** `PAGE` is a family and `PAGE-1` a clause: `PAGE-1` must not take PAGE-10 along. */
function hasPrefix(check: Check, prefix: string): boolean {
  const wanted = prefix.toUpperCase()
  return check.clause === wanted || check.clause.startsWith(wanted.replace(/-?$/, '-'))
}

function requireMatch(checks: readonly Check[], prefix: string): void {
  if (checks.some((check) => hasPrefix(check, prefix))) return
  throw new UsageError(`no check has a clause that begins with "${prefix}"`, {
    hint: 'Name a family (PAGE) or a clause (PAGE-1); `connector-contract list` shows them all.',
  })
}
