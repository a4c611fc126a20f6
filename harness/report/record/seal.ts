import { createHash } from 'node:crypto'
import type { ReportFile } from './report-file.ts'

/** The same report with a checksum over all that it says, where it has a closing record. */
export function sealed(report: ReportFile): ReportFile {
  const { closing } = report
  if (closing === undefined) return report
  return { ...report, closing: { ...closing, sha256: checksumOf(report) } }
}

/** Why nobody may rely on a report that is out of a file, in words; undefined: it is as it was written. */
export function whyUnsealed(report: ReportFile): string | undefined {
  const { closing } = report
  if (closing === undefined) return undefined
  if (closing.sha256 === undefined) return 'it has no checksum'
  if (closing.sha256 === checksumOf(report)) return undefined
  return 'it has been changed since it was written: its checksum is that of another'
}

/** SHA-256 in 64 hex digits, of the report as JSON without spaces and without the checksum itself. */
function checksumOf({ closing, ...report }: ReportFile): string {
  const { sha256: _, ...rest } = closing ?? {}
  const text = JSON.stringify({ ...report, closing: rest })
  return createHash('sha256').update(text).digest('hex')
}
