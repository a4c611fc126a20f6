import type { Target } from '../../harness/drivers/target.ts'
import type { WarmAndCold } from '../variants/warm-and-cold.ts'

/** One connector to put to some checks, once. Plain JSON, since a process of its own does it. */
export interface Job {
  /** How the table names the connector. */
  readonly connector: string
  readonly target: Target
  /** Names of checks. */
  readonly checks: readonly string[]
  readonly seed: number
  /** Made cases a check; as many as `verify` makes where it is left out. */
  readonly runs?: number
  /** So many of a check's listed cases; all where it is left out. Only together with `runs`. */
  readonly most?: number
  /** Made cases alone: those that every seed has in common were tried with another seed. */
  readonly madeAlone?: boolean
  /** HTTPS where it is left out. */
  readonly scheme?: 'mostly-http'
  /** Every answer is held against every invariant but these; where it is left out, against those of its check's clause. */
  readonly everyAnswer?: { readonly but: readonly string[] }
  /** Where this check, the first, is to be the only one that fails: stop at the first other that does. */
  readonly alone?: string
  /** How much the checks beside `alone` try; as much as it does where it is left out. */
  readonly others?: { readonly runs: number; readonly most: number }
}

/** A defect to put to a correct connector. Plain JSON too. */
export interface WrappedJob {
  /** The correct connector, by its name. */
  readonly connector: string
  /** Where the defect stands in the table of defects. */
  readonly defect: number
  readonly seed: number
}

/** A command to call both ways: with a new process for each call, and with calls that are forked. */
export interface WarmJob extends Pick<Job, 'connector' | 'target' | 'checks'> {
  readonly bothWays: true
  /** As of a `Job`. */
  readonly runs: number
  readonly most: number
}

export interface WarmResult {
  readonly job: WarmJob
  readonly found: WarmAndCold
}

export type AnyJob = Job | WrappedJob | WarmJob

/** What comes of a job of some kind. */
export type ResultOf<Kind extends AnyJob> = Kind extends WarmJob ? WarmResult : JobResult<Kind>

/** What each check said of the job's connector. */
export interface JobResult<Done = Job> {
  readonly job: Done
  readonly states: Readonly<Record<string, string>>
  /** Why, where a check said anything but "held": for the reader of an unexpected result. */
  readonly reasons: Readonly<Record<string, string>>
}
