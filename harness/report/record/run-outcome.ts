import type { CallTimes } from '../../engine/found/call-times.ts'
import type { Coverage } from '../../engine/found/coverage.ts'
import type { PartResult } from '../../engine/found/join-parts.ts'
import type { CheckResult } from '../../engine/found/result.ts'
import type { Plan, VerifyOptions } from '../../engine/plan.ts'

/** What the checks of a run say, and what that is judged by. */
export interface Judged {
  readonly plan: Pick<
    Plan,
    | 'checks'
    | 'invariants'
    | 'providers'
    | 'leftOut'
    | 'notApplicable'
    | 'waivers'
    | 'shard'
    | 'isShort'
  >
  readonly options: Pick<VerifyOptions, 'waivers'>
  /** By the check's name; a planned check without a result makes the run incomplete. */
  readonly results: ReadonlyMap<string, CheckResult>
  /** By the check's name, of those that ran. */
  readonly coverage: ReadonlyMap<string, Coverage>
  /** Trouble outside any check: a worker that died, an error between tests. */
  readonly trouble: readonly string[]
  readonly started: Date
  /** The day on which waivers expire or do not, as `2026-12-31`; absent: that on which the run began. */
  readonly today?: string
}

/** What a finished run leaves behind. */
export interface RunOutcome extends Judged {
  readonly plan: Plan
  /** What was asked for. */
  readonly options: VerifyOptions
  /** Of parts of checks, where the run is one of several shards; `results` has them joined. */
  readonly parts?: readonly PartResult[]
  /** See RunReport. */
  readonly location: string
  /** See RunReport. */
  readonly folder?: string | undefined
  /** The folder below which failures are kept; undefined: where this process runs. */
  readonly keptBelow?: string | undefined
  readonly checkMilliseconds: ReadonlyMap<string, number>
  /** Where the time of the calls went, by method; absent where that was not taken. */
  readonly calls?: readonly CallTimes[]
  /** How many times made cases were tried, each with a seed of its own, from the plan's seed up. */
  readonly rounds: number
  readonly milliseconds: number
  readonly tool: string
  /** Whether every violation has been kept, so that it can be replayed by its id. */
  readonly kept?: boolean
  /** What was late, and not any more when it was tried alone, a sentence each. */
  readonly notes?: readonly string[]
  /** The command that runs one clause of this run again. */
  readonly again: (clause: string, seed: number) => string
}
