import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { makeFolder } from '../text/make-folder.ts'
import type { Exchange } from './exchange.ts'
import { Groups } from './group-of.ts'
import { FORMAT, HEAD, INDEX, type IndexLine } from './recording-format.ts'
import { indexOf } from './recording-index.ts'
import { requireHead } from './recording-reader.ts'
import { requestKey } from './request-key.ts'

/** Its owner alone reads it: rows of a real service are in there. */
const OWNER_ONLY = 0o600
const NEWLINE = Buffer.from('\n')

/**
 * Writes a recording: a file for each search, a line for each exchange, as it ends, so that nothing is lost of what came
 * before. Whatever is in the folder stays; what comes is added behind it.
 *
 * @throws UsageError where the folder is no place for one.
 */
export class RecordingWriter {
  readonly #folder: string
  readonly #groups: Groups
  readonly #sizes = new Map<string, number>()
  #written: number

  constructor(folder: string, from: string) {
    this.#folder = folder
    try {
      makeFolder(folder)
      this.#written = this.#begin(from)
      this.#groups = new Groups(searchesIn(folder))
    } catch (error) {
      throw cannotBeWritten(folder, error)
    }
  }

  #begin(from: string): number {
    if (existsSync(join(this.#folder, HEAD))) return this.#goOn()
    if (readdirSync(this.#folder).length > 0) {
      throw new UsageError(`--record ${this.#folder} holds something that is no recording`)
    }
    const head = { format: FORMAT, from, began: new Date().toISOString() }
    this.#write(HEAD, `${JSON.stringify(head)}\n`)
    this.#write(INDEX, '')
    return 0
  }

  /** Behind what is there: half an exchange at the end of a file, which nobody can read, makes room. */
  #goOn(): number {
    requireHead(this.#folder, '--record')
    const { lines, cut, isThere } = indexOf(this.#folder, '--record')
    for (const { file, at } of cut) truncateSync(join(this.#folder, file), at)
    if (!isThere) this.#write(INDEX, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return lines.at(-1)?.n ?? 0
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text, { mode: OWNER_ONLY })
  }

  /**
   * @returns the file that it is in.
   * @throws UsageError where it cannot be written.
   */
  add(exchange: Omit<Exchange, 'n'>): string {
    const numbered = { n: this.#written + 1, ...exchange }
    const file = `${this.#groups.of(numbered)}.ndjson`
    try {
      const { at, length } = this.#append(file, Buffer.from(`${JSON.stringify(numbered)}\n`))
      const { method, path } = numbered.request
      const key = requestKey(numbered.request)
      const index: IndexLine = { n: numbered.n, file, at, length, method, path, key }
      this.#append(INDEX, Buffer.from(`${JSON.stringify(index)}\n`))
    } catch (error) {
      throw cannotBeWritten(this.#folder, error)
    }
    this.#written += 1
    return file
  }

  #append(file: string, line: Buffer): { readonly at: number; readonly length: number } {
    const path = join(this.#folder, file)
    const at = this.#sizes.get(file) ?? endOf(path)
    appendFileSync(path, line, { mode: OWNER_ONLY })
    this.#sizes.set(file, at + line.length)
    return { at, length: line.length }
  }
}

/** Where the next line begins: one that somebody has written by hand may have no end yet. */
function endOf(path: string): number {
  if (!existsSync(path)) return 0
  const { size } = statSync(path)
  const handle = openSync(path, 'r')
  const last = Buffer.alloc(1)
  try {
    if (size === 0 || (readSync(handle, last, 0, 1, size - 1) === 1 && last.equals(NEWLINE)))
      return size
  } finally {
    closeSync(handle)
  }
  appendFileSync(path, NEWLINE)
  return size + 1
}

/** How many files of searches there are: their names begin with a number. */
function searchesIn(folder: string): number {
  const numbers = readdirSync(folder).map((file) => Number(/^(\d{4,})-/.exec(file)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

function cannotBeWritten(folder: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error
  return new UsageError(`--record ${folder} cannot be written: ${(error as Error).message}`)
}
