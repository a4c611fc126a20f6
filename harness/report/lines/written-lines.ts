import { shorten } from '../../kit/printable.ts'
import { columns } from '../../text/columns.ts'
import { visible } from '../../text/visible.ts'
import type { ReportedViolation } from '../record/run-report.ts'

type Call = ReportedViolation['transcript'][number]

/** What a connector says of its own going wrong in the call that broke the clause. */
export interface Written {
  readonly label: 'Trace' | 'Stderr'
  readonly lines: readonly string[]
}

/** Where the latest traceback begins. */
const TRACEBACK = 'Traceback (most recent call last)'

/** The trace of what was thrown, else the latest traceback on standard error, else the end of what stands there. */
export function writtenBy(call: Call | undefined): Written | undefined {
  if (call?.trace !== undefined) return { label: 'Trace', lines: call.trace.split('\n') }
  const text = call?.stderr?.trimEnd() ?? ''
  if (text === '') return undefined
  const from = text.lastIndexOf(TRACEBACK)
  const isTrace = from >= 0
  return { label: isTrace ? 'Trace' : 'Stderr', lines: text.slice(Math.max(0, from)).split('\n') }
}

/** Its last lines as lines of a terminal report; none where the connector has written nothing. */
export function writtenLines(call: Call | undefined, indent: number, most = 6): readonly string[] {
  const written = writtenBy(call)
  if (written === undefined) return []
  const left = written.lines.length - most
  const lines = [
    ...(left > 0 ? [`… ${left} lines before these`] : []),
    ...written.lines.slice(-most),
  ].map((line) => shorten(visible(line.trimEnd()), columns() - indent - 24))
  return lines.map((line, place) =>
    place === 0 ? `    ${written.label.padEnd(indent - 4)}${line}` : `${' '.repeat(indent)}${line}`,
  )
}
