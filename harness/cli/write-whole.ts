import { createHash, randomUUID } from 'node:crypto'
import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OutputError, UsageError } from '../errors.ts'

/**
 * Checks that a file can be written there: a run of minutes must not end in a wrong path.
 *
 * @param option what the user has named the file by, as in `--json report.json`.
 * @throws UsageError where it cannot.
 */
export async function requireWritable(path: string, option: string): Promise<void> {
  if (await isFolder(path)) throw unwritable(option, 'it is a folder')
  if (await isNoFile(path)) return
  const folder = dirname(path)
  const writable = await access(folder, constants.W_OK).then(
    () => isFolder(folder),
    () => false,
  )
  if (!writable) throw unwritable(option, `there is no folder ${folder} that can be written to`)
}

/**
 * Writes a file whole, reads it back, and renames it then, so that no reader ever finds half of one. What is no file, such as a
 * pipe or /dev/stdout, is written to as it stands: it must not be replaced.
 *
 * @param option see requireWritable.
 * @returns the SHA-256 of the file, in 64 hex digits; undefined where it is none.
 * @throws UsageError where no file can be there; OutputError where it cannot be written all the same.
 */
export async function writeWhole(
  path: string,
  text: string,
  option: string,
): Promise<string | undefined> {
  await requireWritable(path, option)
  const isReplaced = !(await isNoFile(path))
  const written = isReplaced ? `${path}.${randomUUID()}.tmp` : path
  try {
    await writeFile(written, text)
    if (!isReplaced) return undefined
    const sha256 = await readBack(written, text)
    await rename(written, path)
    return sha256
  } catch (error) {
    if (isReplaced) await rm(written, { force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new OutputError(`${option} cannot be written: ${why}`, {
      hint: 'Make room where it is to be written, or name a file elsewhere.',
    })
  }
}

/** Makes sure that a file holds this text. Gives the SHA-256 of that, in 64 hex digits. */
async function readBack(path: string, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const found = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  if (found !== sha256) throw new Error('what is read back is not what was written')
  return sha256
}

/** Whether something is there that is neither a file nor a folder. */
export async function isNoFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  )
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
