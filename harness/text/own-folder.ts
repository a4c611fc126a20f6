import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { OutputError } from '../errors.ts'

/** Of this machine: in a container that shares the folder for temporary files, other processes have the same numbers. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const NAME = new RegExp(`^connector-contract-${MACHINE}-(\\d+)-\\w{6}$`)

/**
 * Makes a folder for temporary files that nobody but its user can look into. Whoever makes it takes it away.
 *
 * @throws OutputError where none can be made.
 */
export function makeOwnFolder(within: string = tmpdir()): string {
  try {
    return mkdtempSync(join(within, `connector-contract-${MACHINE}-${process.pid}-`))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OutputError(`no temporary folder can be made in ${within} (${code})`, {
      hint: 'Name a folder that you may write to in the variable TMPDIR.',
      cause,
    })
  }
}

/** Takes away what processes have left that were killed before they could: folders of this user's that no process has. */
export function takeAwayAbandoned(within: string = tmpdir()): void {
  for (const name of namesIn(within)) {
    const owner = Number(NAME.exec(name)?.[1])
    if (Number.isNaN(owner) || isAlive(owner)) continue
    const path = join(within, name)
    try {
      if (statSync(path).uid === process.getuid?.()) rmSync(path, { recursive: true, force: true })
    } catch {
      // It is gone, or not to be had: there is nothing to take away.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** One that this user may not signal is alive. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
