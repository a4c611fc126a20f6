import { rmSync } from 'node:fs'
import type { Reporter } from 'vitest/node'
import { makeOwnFolder } from '../text/own-folder.ts'

/** What says where a user's data lies, as vitest asks each system. */
const VARIABLES: Readonly<Record<string, string>> = { win32: 'LOCALAPPDATA', darwin: 'HOME' }
const VARIABLE = VARIABLES[process.platform] ?? 'XDG_DATA_HOME'

/**
 * vitest writes the key of a page that nobody opens here into its user's home, or beside itself, and does not start
 * where it can write to neither: as a container's user, say. While it starts, the home is a folder for temporary files.
 */
export class TokenFolder implements Reporter {
  readonly #folder = makeOwnFolder()
  readonly #before = process.env[VARIABLE]

  /** Before vitest is there. */
  constructor() {
    process.env[VARIABLE] = this.#folder
  }

  /** The key is written by now, and no worker has been started yet. */
  onInit(): void {
    if (this.#before === undefined) delete process.env[VARIABLE]
    else process.env[VARIABLE] = this.#before
  }

  close(): void {
    this.onInit()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
