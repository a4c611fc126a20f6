import type { Plan, VerifyOptions } from '../engine/plan.ts'
import type { ResultCollector } from '../report/from-vitest.ts'
import { composeReport } from '../report/record/compose-report.ts'
import type { RunOutcome } from '../report/record/run-outcome.ts'
import type { RunReport } from '../report/record/run-report.ts'
import { againCommand } from './again-command.ts'
import { locationOf } from './location-of.ts'
import { repositoryFolder } from './repository-folder.ts'
import { toolName } from './tool-name.ts'

/** A run that begins, as plain JSON: whoever has this and what its checks say can make its report. */
export interface PlannedRun {
  readonly plan: Plan
  readonly options: Omit<VerifyOptions, 'stop' | 'failures'>
  /** ISO 8601, UTC. */
  readonly started: string
  /** The day that decides which waivers count. */
  readonly today: string
  /** The folder below which failures are kept; absent: where the command runs. */
  readonly keptBelow?: string
}

/** What the report of a run says of how it went. */
export type Course = Pick<RunOutcome, 'trouble' | 'rounds' | 'milliseconds' | 'kept' | 'notes'>

/** The report of a run out of what its checks say, whether or not all of them have come to their end. */
export function reportOfRun(
  { plan, options, started, today, keptBelow }: PlannedRun,
  collector: ResultCollector,
  course: Course,
): RunReport {
  const { target } = options
  const limits = [...new Set([...(plan.limits ?? []), ...collector.limits])]
  return composeReport({
    ...{ plan: limits.length === 0 ? plan : { ...plan, limits }, options, today, ...course },
    location: locationOf(options),
    keptBelow,
    // That of the target, which `location` is relative to: a configuration may lie in another than the run's.
    folder: repositoryFolder(target.kind === 'command' ? target.cwd : target.from),
    results: collector.results,
    parts: collector.parts,
    coverage: collector.coverage,
    checkMilliseconds: collector.milliseconds,
    calls: collector.calls.times,
    started: new Date(started),
    tool: toolName(),
    again: (clause, seed) => againCommand(options, { ...plan, seed }, clause),
  })
}
