import { rmSync } from 'node:fs'
import type { Reporter } from 'vitest/node'
import { makeOwnFolder } from '../text/own-folder.ts'

/** Where vitest looks for the folder of a user's data, on each system. */
const VARIABLES: readonly string[] =
  process.platform === 'win32' ? ['LOCALAPPDATA'] : ['XDG_DATA_HOME', 'HOME']

/**
 * vitest writes the key of a page that nobody opens here into its user's home, or beside itself, and does not start
 * where it can write to neither: as a container's user, say. While it starts, the home is a folder for temporary files.
 */
export class TokenFolder implements Reporter {
  readonly #folder = makeOwnFolder()
  readonly #before = VARIABLES.map((name) => [name, process.env[name]] as const)

  /** Before vitest is there. */
  constructor() {
    for (const name of VARIABLES) process.env[name] = this.#folder
  }

  /** The key is written by now, and no worker has been started yet. */
  onInit(): void {
    for (const [name, value] of this.#before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }

  close(): void {
    this.onInit()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
