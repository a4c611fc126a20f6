import { rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { OutputError } from '../errors.ts'

/** What is done in turn takes milliseconds: whoever has had it for so long has been killed. */
const ABANDONED_MILLISECONDS = 10_000
const BETWEEN_MILLISECONDS = 20

/**
 * Does what reads a file and writes it again while no other command does the same: two that add to one file at once would
 * lose what the first has added.
 *
 * @param option what the user has named the file by.
 * @throws OutputError where nothing can be written beside the file.
 */
export async function inTurn<Result>(
  path: string,
  option: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const lock = `${path}.lock`
  while (!(await isTaken(lock, option))) await wait(BETWEEN_MILLISECONDS)
  try {
    return await act()
  } finally {
    await rm(lock, { force: true })
  }
}

/** Whether it is this command's turn from now on. */
async function isTaken(lock: string, option: string): Promise<boolean> {
  try {
    await writeFile(lock, '', { flag: 'wx' })
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new OutputError(`${option} cannot be written: ${message}`)
  }
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  if (age > ABANDONED_MILLISECONDS) await rm(lock, { force: true })
  return false
}
