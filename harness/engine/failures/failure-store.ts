import { realpathSync } from 'node:fs'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import * as z from 'zod'
import { isObject } from '../../kit/answer.ts'
import { parseGiven } from '../../text/json-depth.ts'
import { makeFolder } from '../../text/make-folder.ts'
import { readGiven } from '../../text/read-given.ts'
import type { GivenSecret } from '../secrets/given-secrets.ts'
import { Placeholders } from '../secrets/placeholders.ts'
import { Failure } from './failure.ts'
import { fromVersion1 } from './from-version-1.ts'
import { MachineKey } from './machine-key.ts'

const OWN_FOLDER = '.connector-contract'
const FOLDER = join(OWN_FOLDER, 'failures')
const EXTENSION = '.json'
/** Most files that a warning names. */
const MOST_NAMED = 3

/** What is kept, and one line about files that are none of ours, where there are such. */
export interface Kept {
  readonly failures: readonly Failure[]
  readonly warning: string | undefined
  /** The ids of those that this user has not written on this machine: what they would run is somebody else's word. */
  readonly foreign?: ReadonlySet<string>
}

/** The failures that are kept below a folder, one file each: `.connector-contract/failures/<id>.json`. */
export class FailureStore {
  /** The folder below which they are, and at which their targets start. */
  readonly folder: string
  readonly #path: string
  readonly #placeholders: Placeholders
  readonly #key = new MachineKey()

  /** @param secrets that the user gives: the files have placeholders in their place. */
  constructor(folder: string, secrets: readonly GivenSecret[] = []) {
    this.folder = folder
    this.#placeholders = new Placeholders(secrets)
    this.#path = join(folder, FOLDER)
  }

  /** Never rejects: a file that cannot be used is passed over, with a warning. */
  async read(): Promise<Kept> {
    const failures: Failure[] = []
    const unfit: string[] = []
    const foreign = new Set<string>()
    for (const name of await this.#files()) {
      try {
        const text = this.#textOf(name)
        const { signature, ...own } = objectIn(text)
        const failure = failureIn(own, name, this.#placeholders)
        if (!this.#isOurs(own, signature)) foreign.add(failure.id)
        failures.push(failure)
      } catch (error) {
        unfit.push(`${name} (${messageOf(error)})`)
      }
    }
    return {
      failures,
      warning: unfit.length === 0 ? undefined : warningAbout(unfit),
      ...(foreign.size === 0 ? {} : { foreign }),
    }
  }

  /** Writes the file whole, then renames it, so that no reader ever finds half of one. */
  async write(failure: Failure): Promise<void> {
    makeFolder(this.#path)
    // What a run leaves behind is not for the user's repository, unless the user says so.
    await writeFile(join(this.folder, OWN_FOLDER, '.gitignore'), '*\n', { flag: 'wx' }).catch(
      () => undefined,
    )
    const path = this.#pathOf(failure.id)
    const unfinished = `${path}.${process.pid}.tmp`
    try {
      const kept = withoutSecrets(failure, this.#placeholders)
      const signature = this.#key.sign(JSON.stringify(kept))
      await writeFile(unfinished, `${JSON.stringify({ ...kept, signature }, null, 2)}\n`)
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#pathOf(id), { force: true })
  }

  /** As it was written, whatever blanks have come between. */
  #isOurs(own: object, signature: unknown): boolean {
    return typeof signature === 'string' && this.#key.hasSigned(JSON.stringify(own), signature)
  }

  /** A link is followed that stays in the folder: what leads out of it is none of what was kept here. */
  #textOf(name: string): string {
    const path = realpathSync(join(this.#path, name))
    if (!path.startsWith(`${realpathSync(this.#path)}${sep}`))
      throw new Error('leads out of the folder')
    return readGiven(path)
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

function objectIn(text: string): Readonly<Record<string, unknown>> {
  const json = parseGiven(text)
  if (isObject(json)) return json
  throw new Error('holds no failure')
}

function failureIn(json: unknown, name: string, placeholders: Placeholders): Failure {
  const failure = Failure.safeParse(placeholders.fillIn(fromVersion1(json)))
  if (!failure.success) throw new Error(z.prettifyError(failure.error).split('\n')[0])
  if (`${failure.data.id}${EXTENSION}` !== name) throw new Error('is named after another failure')
  return failure.data
}

/** What is shown is masked, what is run again has placeholders. All else is said by names that everybody knows. */
function withoutSecrets(failure: Failure, placeholders: Placeholders): Failure {
  const { expected, actual, target, counterexample, latestCall, snapshot } = failure
  return {
    ...failure,
    expected: placeholders.mask(expected),
    actual: placeholders.mask(actual),
    target: { ...placeholders.putIn(target), kind: target.kind } as Failure['target'],
    counterexample: placeholders.putIn(counterexample),
    ...(latestCall && {
      latestCall: { ...placeholders.putIn(latestCall), method: latestCall.method },
    }),
    snapshot: placeholders.putIn(snapshot),
  }
}

function warningAbout(unfit: readonly string[]): string {
  const more = unfit.length - MOST_NAMED
  const named = [...unfit.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])]
  return `in ${FOLDER}, what holds no failure that can be read is passed over: ${named.join(', ')}`
}

function messageOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'is not JSON'
  return error instanceof Error ? error.message : String(error)
}
