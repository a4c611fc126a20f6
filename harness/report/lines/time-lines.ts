import type { CallTimes } from '../../engine/found/call-times.ts'
import { style } from '../../text/style.ts'
import { wrapValue } from '../../text/wrap.ts'
import type { RunReport } from '../record/run-report.ts'
import { timeWords, totalOf } from '../words/time-words.ts'

const HEADINGS = ['Method', 'calls', 'a call', 'connector', 'data source', 'harness'] as const

/** Where the time of calls went: a line a method, each with what a call of it took on average. Empty where none was made. */
export function timeLines(report: Pick<RunReport, 'driver' | 'timings'>): readonly string[] {
  const { calls = [] } = report.timings
  const all = totalOf(calls)
  if (all === undefined) return []
  const rows = [
    ...calls.map(({ method, ...times }) => rowOf(method, times)),
    ...(calls.length > 1 ? [rowOf('all', all)] : []),
  ]
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    `  ${row
      .map((text, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? text.padEnd(width) : text.padStart(width)
      })
      .join('  ')}`
  return [
    style('bold', line(HEADINGS)),
    ...rows.map(line),
    ...timeWords(report).map((words) => `  ${wrapValue(words, 2)}`),
  ]
}

function rowOf(name: string, times: Omit<CallTimes, 'method'>): readonly string[] {
  const { count, connector, dataSource, harness } = times
  const a = (sum: number) => `${(sum / count).toFixed(1)} ms`
  return [
    name,
    count.toLocaleString('en'),
    a(connector + dataSource + harness),
    a(connector),
    a(dataSource),
    a(harness),
  ]
}
