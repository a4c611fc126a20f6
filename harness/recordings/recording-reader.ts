import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'
import type { Exchange } from './exchange.ts'
import { exchangeIn } from './exchange-in.ts'
import { exchangesInHar } from './har.ts'
import { LONGEST_LINE } from './lines-in.ts'
import { HEAD, Head, INDEX, type IndexLine } from './recording-format.ts'
import { indexOf } from './recording-index.ts'
import { requestKey } from './request-key.ts'

/** An exchange of a recording, which is read when it is asked for. */
export interface Recorded {
  readonly n: number
  readonly method: string
  readonly path: string
  readonly key: string
  /** @throws UsageError where what is there now is no exchange, or another one. */
  read(): Exchange
}

/** A recording in the order in which it was made, and what there is to know beside. */
export interface Recording {
  readonly exchanges: readonly Recorded[]
  /** What is not as it should be and does no harm, a line each. */
  readonly notes: readonly string[]
}

/**
 * Opens a recording, or a HAR file as one.
 *
 * @throws UsageError where it is none, of another version, or holds what is no exchange.
 */
export function openRecording(path: string, option: string): Recording {
  if (!statsOf(path, option).isDirectory()) {
    return { exchanges: exchangesInHar(path, option).map(inMemory), notes: [] }
  }
  requireHead(path, option)
  const { lines, cut } = indexOf(path, option)
  return {
    exchanges: lines.map((line) => onDisk(path, line, option)),
    notes: cut.map(
      ({ file, place }) => `${file} ends in the middle of its exchange ${place}, which is left out`,
    ),
  }
}

function statsOf(path: string, option: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read: ${message}`
    throw new UsageError(visible(`${option} ${path} ${why}`))
  }
}

/** @throws UsageError where the folder is no recording that this version can read. */
export function requireHead(folder: string, option: string): void {
  try {
    const head = Head.safeParse(JSON.parse(readGiven(join(folder, HEAD))))
    if (!head.success) throw new Error(head.error.issues[0]?.message)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? `has no ${HEAD}` : message
    throw new UsageError(visible(`${option} ${folder} is no recording: ${why}`))
  }
}

function onDisk(
  folder: string,
  { file, at, length, ...known }: IndexLine,
  option: string,
): Recorded {
  return {
    ...known,
    read() {
      const where = `${option} ${join(folder, file)}, exchange ${known.n}`
      const exchange = exchangeIn(bytesAt(join(folder, file), at, length, where), where)
      const { n, request } = exchange
      if (n === known.n && requestKey(request) === known.key) return exchange
      const message = `${where} is another one than ${INDEX} says; without that file it is found`
      throw new UsageError(visible(message))
    },
  }
}

function bytesAt(path: string, at: number, length: number, where: string): Buffer {
  if (length > LONGEST_LINE) throw new UsageError(visible(`${where} is longer than any exchange`))
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
  } finally {
    closeSync(handle)
  }
}

function inMemory(exchange: Exchange): Recorded {
  const { n, request } = exchange
  const { method, path } = request
  return { n, method, path, key: requestKey(request), read: () => exchange }
}
