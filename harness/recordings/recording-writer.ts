import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { Exchange } from './exchange.ts'
import { Groups } from './group-of.ts'
import { FORMAT, HEAD, INDEX, type IndexLine } from './recording-format.ts'
import { readHead } from './recording-reader.ts'
import { requestKey } from './request-key.ts'

/** Its owner alone reads it: rows of a real service are in there. */
const OWNER_ONLY = 0o600

/**
 * Writes a recording: a file for each search, a line for each exchange, as it ends, so that nothing is lost of what came
 * before. Whatever is in the folder stays; what comes is added behind it.
 *
 * @throws UsageError where the folder is no place for one.
 */
export class RecordingWriter {
  readonly #folder: string
  readonly #groups = new Groups()
  readonly #sizes = new Map<string, number>()
  #written: number

  constructor(folder: string, from: string) {
    this.#folder = folder
    try {
      mkdirSync(folder, { recursive: true })
      this.#written = this.#begin(from)
    } catch (error) {
      if (error instanceof UsageError) throw error
      throw new UsageError(`--record ${folder} cannot be written: ${(error as Error).message}`)
    }
  }

  #begin(from: string): number {
    if (existsSync(join(this.#folder, HEAD))) return readHead(this.#folder, '--record').written
    if (readdirSync(this.#folder).length > 0) {
      throw new UsageError(`--record ${this.#folder} holds something that is no recording`)
    }
    this.#write(
      HEAD,
      `${JSON.stringify({ format: FORMAT, from, began: new Date().toISOString() })}\n`,
    )
    this.#write(INDEX, '')
    return 0
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text, { mode: OWNER_ONLY })
  }

  /** @returns the file that it is in. */
  add(exchange: Omit<Exchange, 'n'>): string {
    this.#written += 1
    const numbered = { n: this.#written, ...exchange }
    const file = `${this.#groups.of(numbered)}.ndjson`
    const line = Buffer.from(`${JSON.stringify(numbered)}\n`)
    const path = join(this.#folder, file)
    const at = this.#sizes.get(file) ?? (existsSync(path) ? statSync(path).size : 0)
    appendFileSync(path, line, { mode: OWNER_ONLY })
    this.#sizes.set(file, at + line.length)
    const { method, path: way } = numbered.request
    const key = requestKey(numbered.request)
    const index: IndexLine = {
      n: numbered.n,
      file,
      at,
      length: line.length,
      method,
      path: way,
      key,
    }
    appendFileSync(join(this.#folder, INDEX), `${JSON.stringify(index)}\n`, { mode: OWNER_ONLY })
    return file
  }
}
