import type { Coverage } from '../../engine/found/coverage.ts'
import type { PartResult } from '../../engine/found/join-parts.ts'
import type { JudgedAnswers } from '../../engine/found/result.ts'
import type { CheckPart } from '../../engine/part.ts'
import type { Plan } from '../../engine/plan.ts'
import { type Cases, casesOf } from './cases.ts'
import type { CheckState } from './check-state.ts'

/** What one of several shards ran, in so far as it takes that to put them together. */
export interface ShardReport {
  /** From 1. */
  readonly index: number
  readonly count: number
  /** The names of the checks that all shards run together. */
  readonly checks: readonly string[]
  /** How many smaller cases are tried once one has failed. */
  readonly shrinks: number
  /** How much all shards together try of each check, by its name. */
  readonly tries: Plan['tries']
  /** Whether less is tried than in a default run. */
  readonly isShort: boolean
  readonly parts: readonly PartReport[]
}

/** A part of a check; `said` is absent where it did not run to its end. */
export interface PartReport extends CheckPart {
  readonly said?: {
    readonly state: CheckState
    readonly cases: Cases
    readonly reason?: string
    readonly coverage: Coverage
    readonly milliseconds: number
    /** By the invariant's name, what it was held against; absent where there was none. */
    readonly answers?: JudgedAnswers['counts']
  }
}

/** Undefined where the run is no shard. */
export function shardReport(
  { shard, shrinks, tries, isShort }: Pick<Plan, 'shard' | 'shrinks' | 'tries' | 'isShort'>,
  results: readonly PartResult[],
): ShardReport | undefined {
  if (shard === undefined) return undefined
  const { index, count, checks } = shard
  return {
    ...{ index, count, checks, shrinks, tries, isShort },
    parts: shard.parts.map((part) => partReport(part, results)),
  }
}

function partReport(part: CheckPart, results: readonly PartResult[]): PartReport {
  const { check, listed, from, to } = part
  const found = results.find(
    (each) => each.check === check && each.listed === listed && each.from === from,
  )
  const own = { check, listed, from, to }
  if (found === undefined) return own
  const { result, coverage, milliseconds } = found
  const said = {
    state: result.state,
    cases: casesOf(result),
    ...('reason' in result ? { reason: result.reason } : {}),
    ...{ coverage, milliseconds },
    ...(result.answers === undefined ? {} : { answers: result.answers.counts }),
  }
  return { ...own, said }
}
