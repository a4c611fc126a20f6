import { readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import { kindOf } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'
import { exchangeIn } from './exchange-in.ts'
import { linesIn } from './lines-in.ts'
import { INDEX, IndexLine } from './recording-format.ts'
import { requestKey } from './request-key.ts'

/** Where each exchange of a recording is. */
export interface Index {
  /** In the order in which they were made. */
  readonly lines: readonly IndexLine[]
  /** Files that end in the middle of an exchange: where that begins, and which it is in the file, from 1. */
  readonly cut: readonly { readonly file: string; readonly at: number; readonly place: number }[]
  /** Whether the index that is there says the same. */
  readonly isThere: boolean
}

/**
 * Finds the exchanges of a recording: by its index, and by reading a file that the index does not fit, since it was changed or
 * cut.
 *
 * @throws UsageError where something is no file, or holds what is no exchange.
 */
export function indexOf(folder: string, option: string): Index {
  const { known, written } = indexFile(folder)
  const cut: Index['cut'][number][] = []
  let isThere = true
  const lines = exchangeFiles(folder, option).flatMap(({ file, stats }) => {
    const own = known.get(file) ?? []
    const end = own.reduce((most, { at, length }) => Math.max(most, at + length), 0)
    // An exchange is written before its line of the index.
    if (end === stats.size && stats.mtimeMs <= written) return own
    isThere = false
    return scanned(folder, file, option, cut)
  })
  return { lines: lines.toSorted((one, other) => one.n - other.n), cut, isThere }
}

function exchangeFiles(folder: string, option: string): { file: string; stats: Stats }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ndjson') && file !== INDEX)
  return files.map((file) => {
    const stats = asSaid(`${option} ${join(folder, file)}`, () => statSync(join(folder, file)))
    const kind = kindOf(stats)
    if (kind === undefined) return { file, stats }
    throw new UsageError(visible(`${option} ${join(folder, file)} is ${kind}, and no file`))
  })
}

/** What cannot be read of it is as if it were not there: the exchanges are found by reading their files. */
function indexFile(folder: string): { known: ReadonlyMap<string, IndexLine[]>; written: number } {
  const nothing = { known: new Map<string, IndexLine[]>(), written: 0 }
  try {
    const stats = statSync(join(folder, INDEX))
    if (kindOf(stats) !== undefined) return nothing
    const lines = [...linesIn(join(folder, INDEX))].map(({ bytes }) =>
      IndexLine.parse(JSON.parse(bytes.toString())),
    )
    return { known: Map.groupBy(lines, ({ file }) => file), written: stats.mtimeMs }
  } catch {
    return nothing
  }
}

/** A file that somebody has changed, or that was cut, is read whole. */
function scanned(
  folder: string,
  file: string,
  option: string,
  cut: { file: string; at: number; place: number }[],
): readonly IndexLine[] {
  const found: IndexLine[] = []
  const where = `${option} ${join(folder, file)}`
  let place = 0
  asSaid(where, () => {
    for (const { at, bytes, isWhole } of linesIn(join(folder, file))) {
      place += 1
      if (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d)) continue
      try {
        const { n, request } = exchangeIn(bytes, `${where}:${place}`)
        const { method, path } = request
        found.push({
          n,
          file,
          at,
          length: bytes.length + 1,
          method,
          path,
          key: requestKey(request),
        })
      } catch (error) {
        if (isWhole) throw error
        cut.push({ file, at, place })
      }
    }
  })
  return found
}

function asSaid<Value>(where: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(visible(`${where}: ${(error as Error).message}`))
  }
}
