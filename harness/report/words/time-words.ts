import type { CallTimes } from '../../engine/found/call-times.ts'
import type { RunReport, Timings } from '../record/run-report.ts'

/** Of this much less time, forked calls are what makes it so. */
const MUCH = 2

/** Sentences on whose time the calls of a run took, and what another way to call the connector would change. */
export function timeWords({ driver, timings }: Pick<RunReport, 'driver' | 'timings'>): string[] {
  const all = totalOf(timings.calls ?? [])
  if (all === undefined) return []
  return [sharesOf(all), ...(driver === 'command' ? startWords(timings) : [])]
}

/** All calls together; undefined where there are none. */
export function totalOf(calls: readonly CallTimes[]): Omit<CallTimes, 'method'> | undefined {
  if (calls.length === 0) return undefined
  const sum = (part: 'count' | 'connector' | 'dataSource' | 'harness') =>
    calls.reduce((sofar, each) => sofar + each[part], 0)
  return {
    count: sum('count'),
    connector: sum('connector'),
    dataSource: sum('dataSource'),
    harness: sum('harness'),
  }
}

function sharesOf({ connector, dataSource, harness }: Omit<CallTimes, 'method'>): string {
  const all = Math.max(1, connector + dataSource + harness)
  const share = (part: number) => `${Math.round((part / all) * 100)}%`
  return `Of the time of calls, ${share(connector)} went to the connector, ${share(dataSource)} to the data source, ${share(harness)} to the harness.`
}

/** Whether calls start processes shows from the first, which had one in any case. */
function startWords({ callMilliseconds, firstCallMilliseconds: first }: Timings): string[] {
  if (first === undefined) return []
  const usual = Math.max(1, Math.round(callMilliseconds))
  const asks = 'is_async, which asks nothing of the data source,'
  return first >= MUCH * usual
    ? [
        `Calls are forked from a process that has run the imports: ${asks} takes ${usual} ms so, and took ${first} ms as the new process that --cold has each call be.`,
      ]
    : [
        `Each call is a new process: ${asks} takes ${usual} ms, and so does the start of every other. Called as a module, through --stix-shifter or from pytest, none starts one.`,
      ]
}
