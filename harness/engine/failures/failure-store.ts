import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { parseGiven } from '../../text/json-depth.ts'
import { Failure } from './failure.ts'
import { fromVersion1 } from './from-version-1.ts'

const OWN_FOLDER = '.connector-contract'
const FOLDER = join(OWN_FOLDER, 'failures')
const EXTENSION = '.json'
/** Most files that a warning names. */
const MOST_NAMED = 3

/** What is kept, and one line about files that are none of ours, where there are such. */
export interface Kept {
  readonly failures: readonly Failure[]
  readonly warning: string | undefined
}

/** The failures that are kept below a folder, one file each: `.connector-contract/failures/<id>.json`. */
export class FailureStore {
  /** The folder below which they are, and at which their targets start. */
  readonly folder: string
  readonly #path: string

  constructor(folder: string) {
    this.folder = folder
    this.#path = join(folder, FOLDER)
  }

  /** Never rejects: a file that cannot be used is passed over, with a warning. */
  async read(): Promise<Kept> {
    const failures: Failure[] = []
    const foreign: string[] = []
    for (const name of await this.#files()) {
      try {
        failures.push(failureIn(await readFile(join(this.#path, name), 'utf8'), name))
      } catch (error) {
        foreign.push(`${name} (${messageOf(error)})`)
      }
    }
    return { failures, warning: foreign.length === 0 ? undefined : warningAbout(foreign) }
  }

  /** Writes the file whole, then renames it, so that no reader ever finds half of one. */
  async write(failure: Failure): Promise<void> {
    await mkdir(this.#path, { recursive: true })
    // What a run leaves behind is not for the user's repository, unless the user says so.
    await writeFile(join(this.folder, OWN_FOLDER, '.gitignore'), '*\n', { flag: 'wx' }).catch(
      () => undefined,
    )
    const path = this.#pathOf(failure.id)
    const unfinished = `${path}.${process.pid}.tmp`
    try {
      await writeFile(unfinished, `${JSON.stringify(failure, null, 2)}\n`)
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true })
  }

  #pathOf(id: string): string {
    return join(this.#path, `${id}${EXTENSION}`)
  }

  async #files(): Promise<readonly string[]> {
    // No folder, or none that may be read, holds no failure.
    const names = await readdir(this.#path).catch((): string[] => [])
    return names.filter((name) => name.endsWith(EXTENSION)).sort()
  }
}

function failureIn(text: string, name: string): Failure {
  const failure = Failure.safeParse(fromVersion1(parseGiven(text)))
  if (!failure.success) throw new Error(z.prettifyError(failure.error).split('\n')[0])
  if (`${failure.data.id}${EXTENSION}` !== name) throw new Error('is named after another failure')
  return failure.data
}

function warningAbout(foreign: readonly string[]): string {
  const more = foreign.length - MOST_NAMED
  const named = [...foreign.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])]
  return `in ${FOLDER}, what holds no failure that can be read is passed over: ${named.join(', ')}`
}

function messageOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'is not JSON'
  return error instanceof Error ? error.message : String(error)
}
