import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { UsageError } from '../errors.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'
import { Exchange } from './exchange.ts'
import { exchangesInHar } from './har.ts'
import { HEAD, Head, INDEX, type IndexLine } from './recording-format.ts'
import { requestKey } from './request-key.ts'

/** An exchange of a recording, which is read when it is asked for. */
export interface Recorded {
  readonly n: number
  readonly method: string
  readonly path: string
  readonly key: string
  /** @throws UsageError where what is there now is no exchange. */
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
  if (!existsSync(path)) throw new UsageError(`${option} ${path} is not there`)
  if (statSync(path).isFile()) {
    const exchanges = exchangesInHar(path, option)
    return { exchanges: exchanges.map(inMemory), notes: [] }
  }
  readHead(path, option)
  return { ...exchangesIn(path, option) }
}

/** @throws UsageError where the folder is no recording that this version can read. */
export function readHead(folder: string, option: string): { readonly written: number } {
  const path = join(folder, HEAD)
  try {
    const head = Head.safeParse(JSON.parse(readGiven(path)))
    if (!head.success) throw new Error(head.error.issues[0]?.message)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? `has no ${HEAD}` : message
    throw new UsageError(visible(`${option} ${folder} is no recording: ${why}`))
  }
  return { written: indexIn(folder).at(-1)?.n ?? 0 }
}

function exchangesIn(folder: string, option: string): Recording {
  const index = indexIn(folder)
  const files = readdirSync(folder).filter((file) => file.endsWith('.ndjson') && file !== INDEX)
  const notes: string[] = []
  const found = files.flatMap((file) => {
    const own = index.filter((line) => line.file === file)
    const end = own.reduce((sum, { at, length }) => Math.max(sum, at + length), 0)
    if (end === statSync(join(folder, file)).size) {
      return own.map((line) => onDisk(folder, line, option))
    }
    return scanned(folder, file, option, notes)
  })
  return { exchanges: found.toSorted((one, other) => one.n - other.n), notes }
}

function indexIn(folder: string): readonly IndexLine[] {
  const path = join(folder, INDEX)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as IndexLine]
    } catch {
      // The last of one that was cut; its exchange is found by reading the file.
      return []
    }
  })
}

function onDisk(
  folder: string,
  { file, at, length, ...known }: IndexLine,
  option: string,
): Recorded {
  return {
    ...known,
    read() {
      const bytes = Buffer.alloc(length)
      const handle = openSync(join(folder, file), 'r')
      try {
        readSync(handle, bytes, 0, length, at)
      } finally {
        closeSync(handle)
      }
      return exchangeIn(bytes.toString(), `${option} ${join(folder, file)}, exchange ${known.n}`)
    },
  }
}

/** A file that somebody has changed, or that was cut, is read whole. */
function scanned(
  folder: string,
  file: string,
  option: string,
  notes: string[],
): readonly Recorded[] {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  const isCut = lines.at(-1) !== ''
  const whole = lines.filter((line) => line !== '')
  return whole.flatMap((line, place) => {
    try {
      return [inMemory(exchangeIn(line, `${option} ${join(folder, file)}:${place + 1}`))]
    } catch (error) {
      if (!isCut || place < whole.length - 1) throw error
      notes.push(
        `${basename(file)} ends in the middle of its exchange ${place + 1}, which is left out`,
      )
      return []
    }
  })
}

function exchangeIn(line: string, where: string): Exchange {
  try {
    const exchange = Exchange.safeParse(JSON.parse(line))
    if (exchange.success) return exchange.data
    const [issue] = exchange.error.issues
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  } catch (error) {
    throw new UsageError(visible(`${where} is no exchange: ${(error as Error).message}`))
  }
}

function inMemory(exchange: Exchange): Recorded {
  const { n, request } = exchange
  const { method, path } = request
  return { n, method, path, key: requestKey(request), read: () => exchange }
}
