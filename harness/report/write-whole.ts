import { randomUUID } from 'node:crypto'
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../errors.ts'

/**
 * Checks that a file can be written there: a run of minutes must not end in a wrong path.
 *
 * @param option what the user has named the file by, as in `--json report.json`.
 * @throws UsageError where it cannot.
 */
export async function requireWritable(path: string, option: string): Promise<void> {
  if (await isFolder(path)) throw unwritable(option, 'it is a folder')
  const folder = dirname(path)
  const writable = await access(folder, constants.W_OK).then(
    () => isFolder(folder),
    () => false,
  )
  if (!writable) throw unwritable(option, `there is no folder ${folder} that can be written to`)
}

/**
 * Writes a file whole, then renames it, so that no reader ever finds half of one.
 *
 * @param option see requireWritable.
 * @throws UsageError where the file cannot be written.
 */
export async function writeWhole(path: string, text: string, option: string): Promise<void> {
  await requireWritable(path, option)
  const beside = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(beside, text)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw unwritable(option, error instanceof Error ? error.message : String(error))
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

function unwritable(option: string, why: string): UsageError {
  return new UsageError(`${option} cannot be written: ${why}`, {
    hint: 'Name a file in a folder that exists and that you may write to.',
  })
}
