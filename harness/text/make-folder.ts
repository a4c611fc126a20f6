import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are not there; one that is there stays as it is. Node's own `recursive` tries
 * without end where the folder above is there and nothing can be made in it, as in `/proc`.
 *
 * @param mode of what is made.
 * @throws what the system says where it cannot be made, as `mkdirSync` does.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const above = dirname(path)
  if (above !== path && !existsSync(above)) makeFolder(above, mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    // Of two runs at once one comes second.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
  }
}
