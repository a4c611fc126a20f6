import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from '../../text/make-folder.ts'

const BYTES = 32
const NAME = 'key'

/** Where a user's programs keep what is of this machine alone. */
export function stateFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = env
  const own = 'connector-contract'
  if (XDG_STATE_HOME?.startsWith('/')) return join(XDG_STATE_HOME, own)
  if (platform === 'win32' && LOCALAPPDATA !== undefined) return join(LOCALAPPDATA, own)
  return join(homedir(), '.local', 'state', own)
}

/** What tells files that this user has written on this machine from all others: signatures by a key that nobody else has. */
export class MachineKey {
  readonly #folder: string
  #key: Buffer | undefined

  constructor(folder: string = stateFolder()) {
    this.#folder = folder
  }

  /** The signature of a text; undefined where there is no place to keep a key. */
  sign(text: string): string | undefined {
    const key = this.#read() ?? this.#make()
    return key && createHmac('sha256', key).update(text).digest('hex')
  }

  hasSigned(text: string, signature: string | undefined): boolean {
    const key = this.#read()
    if (key === undefined || signature === undefined) return false
    const own = createHmac('sha256', key).update(text).digest()
    const other = Buffer.from(signature, 'hex')
    return own.length === other.length && timingSafeEqual(own, other)
  }

  #read(): Buffer | undefined {
    if (this.#key !== undefined) return this.#key
    try {
      const key = readFileSync(join(this.#folder, NAME))
      if (key.length === BYTES) this.#key = key
    } catch {
      // There is none yet, or none that this user may read.
    }
    return this.#key
  }

  /** Whole or not at all, and only where there is none: of two runs at once the first has it. */
  #make(): Buffer | undefined {
    const path = join(this.#folder, NAME)
    const unfinished = `${path}.${process.pid}.tmp`
    try {
      makeFolder(this.#folder, 0o700)
      writeFileSync(unfinished, randomBytes(BYTES), { mode: 0o600 })
      try {
        linkSync(unfinished, path)
      } finally {
        rmSync(unfinished)
      }
    } catch {
      // Another run was first, or there is no place for it.
    }
    return this.#read()
  }
}
