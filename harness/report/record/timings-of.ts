import type { RunOutcome } from './run-outcome.ts'
import type { CheckReport, Timings } from './run-report.ts'

/** How long all of a run took: what differs between two that say the same. */
export function timingsOf(
  { plan, options, started, milliseconds, checkMilliseconds, notes = [], calls = [] }: RunOutcome,
  checks: readonly CheckReport[],
): Timings {
  const { callMilliseconds, firstCallMilliseconds } = plan
  return {
    started: started.toISOString(),
    milliseconds,
    callMilliseconds,
    ...(firstCallMilliseconds === undefined ? {} : { firstCallMilliseconds }),
    jobs: options.jobs,
    checks: checks.flatMap(({ check, cases: { tried } }) => {
      const spent = checkMilliseconds.get(check)
      return spent === undefined ? [] : [{ check, tried, milliseconds: spent }]
    }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(calls.length === 0 ? {} : { calls }),
  }
}
