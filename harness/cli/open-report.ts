import { readFile } from 'node:fs/promises'
import { UsageError } from '../errors.ts'
import { readReportFile } from '../report/record/read-report-file.ts'
import type { ReportFile } from '../report/record/report-file.ts'

/**
 * The report in a file.
 *
 * @throws UsageError where it cannot be read, or is none.
 */
export async function openReport(path: string): Promise<ReportFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${path} cannot be read: ${why}`, {
      hint: 'Name a file that `connector-contract verify --json FILE` has written.',
    })
  }
  return readReportFile(text, path)
}
