import { FAMILIES } from '../../contracts/clause.ts'
import { nearestName } from '../../contracts/given/nearest-name.ts'
import type { Exclusion, VerifyOptions } from '../engine/plan.ts'
import { UsageError } from '../errors.ts'
import type { Check } from '../kit/define-check.ts'
import { INVARIANTS } from '../kit/invariants/index.ts'
import type { Invariant } from '../kit/invariants/invariant.ts'

/** What is to be tried. */
export interface Chosen {
  readonly checks: readonly Check[]
  /** What every answer is held against. */
  readonly invariants: readonly Invariant[]
  /** The names of those checks that the user did not ask for, but which give the invariants their answers. */
  readonly providers: readonly string[]
  readonly leftOut: readonly Exclusion[]
}

/**
 * Which checks the user wants, and which invariants.
 *
 * @throws UsageError where a filter matches no check.
 */
export function chooseChecks(
  checks: readonly Check[],
  { only, skip }: Pick<VerifyOptions, 'only' | 'skip'>,
): Chosen {
  for (const prefix of [...only, ...skip]) requireMatch([...checks, ...INVARIANTS], prefix)
  const wanted = (each: OfAClause) =>
    (only.length === 0 || only.some((prefix) => hasPrefix(each, prefix))) &&
    !skip.some((prefix) => hasPrefix(each, prefix))
  const invariants = INVARIANTS.filter(wanted)
  const provides = (check: Check) =>
    invariants.some(({ clause }) => check.provides.includes(clause))
  return {
    checks: checks.filter((check) => wanted(check) || provides(check)),
    invariants,
    providers: checks.filter((check) => !wanted(check) && provides(check)).map(({ name }) => name),
    leftOut: [...checks, ...INVARIANTS]
      .filter((each) => !wanted(each))
      .map(({ name }): Exclusion => ({ check: name, reason: 'left out by --only or --skip' })),
  }
}

type OfAClause = Pick<Check | Invariant, 'clause'>

/** `PAGE` is a family and `PAGE-1` a clause: `PAGE-1` must not take PAGE-10 along. */
function hasPrefix({ clause }: OfAClause, prefix: string): boolean {
  const wanted = prefix.toUpperCase()
  return clause === wanted || clause.startsWith(wanted.replace(/-?$/, '-'))
}

function requireMatch(all: readonly OfAClause[], prefix: string): void {
  if (all.some((each) => hasPrefix(each, prefix))) return
  const near = nearestName(prefix, [...FAMILIES, ...all.map(({ clause }) => clause)])
  const meant = near === undefined ? '' : `Did you mean ${near}? `
  throw new UsageError(`no check has a clause that begins with "${prefix}"`, {
    hint: `${meant}Name a family (PAGE) or a clause (PAGE-1); \`connector-contract list\` shows them all.`,
  })
}
