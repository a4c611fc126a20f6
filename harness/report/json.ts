import { randomUUID } from 'node:crypto'
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../errors.ts'
import type { RunReport } from './run-report.ts'

/**
 * Checks that a report can be written there: a run of minutes must not end in a wrong path.
 *
 * @throws UsageError where it cannot.
 */
export async function requireJsonPath(path: string): Promise<void> {
  if (await isFolder(path)) throw unwritable(path, 'it is a folder')
  const folder = dirname(path)
  const writable = await access(folder, constants.W_OK).then(
    () => isFolder(folder),
    () => false,
  )
  if (!writable) throw unwritable(path, `there is no folder ${folder} that can be written to`)
}

/**
 * Writes the records of a command's runs as one JSON file: whole, then renamed, so that no reader ever
 * finds half a file.
 *
 * @throws UsageError where the file cannot be written.
 */
export async function writeJsonReport(path: string, runs: readonly RunReport[]): Promise<void> {
  await requireJsonPath(path)
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, `${JSON.stringify({ version: 1, runs }, null, 2)}\n`)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw unwritable(path, error instanceof Error ? error.message : String(error))
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function unwritable(path: string, why: string): UsageError {
  return new UsageError(`--json ${path} cannot be written: ${why}`, {
    hint: 'Name a file in a folder that exists and that you may write to.',
  })
}
