import { UsageError } from '../errors.ts'
import { readReportFile } from '../report/record/read-report-file.ts'
import { type ReportFile, withTrouble } from '../report/record/report-file.ts'
import { whyUnsealed } from '../report/record/seal.ts'
import { readGiven } from '../text/read-given.ts'

/** In bytes. A run that finds a thousand violations writes a tenth of it. */
const LONGEST_REPORT = 512 * 1_024 ** 2

/**
 * The report in a file.
 *
 * @throws UsageError where it cannot be read, or is none.
 */
export async function openReport(path: string): Promise<ReportFile> {
  let text: string
  try {
    text = readGiven(path, LONGEST_REPORT)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} cannot be read: ${why}`, {
      hint: 'Name a file that `connector-contract verify --json FILE` has written.',
    })
  }
  return readReportFile(text, path)
}

/**
 * The same, for a verdict: one that was changed after it was written is incomplete.
 *
 * @throws UsageError where it cannot be read, or is none.
 */
export async function openSealedReport(path: string): Promise<ReportFile> {
  const report = await openReport(path)
  const why = whyUnsealed(report)
  return why === undefined ? report : withTrouble(report, [why])
}
