import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { UsageError } from '../errors.ts'
import type { RunReport } from './run-report.ts'

/**
 * Writes the records of a command's runs as one JSON file: whole, then renamed, so that no reader ever
 * finds half a file.
 *
 * @throws UsageError where the file cannot be written.
 */
export async function writeJsonReport(path: string, runs: readonly RunReport[]): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, `${JSON.stringify({ version: 1, runs }, null, 2)}\n`)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw new UsageError(
      `--json ${path} cannot be written: ${error instanceof Error ? error.message : error}`,
      { hint: 'Name a file in a folder that exists and that you may write to.' },
    )
  }
}
