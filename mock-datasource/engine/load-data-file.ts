import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { RowFacts } from '../../contracts/data-source/data-source.ts'
import { textOfBytes } from '../../contracts/given/text-of-bytes.ts'
import { checkedRows } from './data-file/checked-rows.ts'
import { DataFileError } from './data-file/data-file-error.ts'
import { readCsv } from './data-file/read-csv.ts'
import { readJson } from './data-file/read-json.ts'
import { readNdjson } from './data-file/read-ndjson.ts'
import type { Row } from './row.ts'

export { DataFileError } from './data-file/data-file-error.ts'

const READERS = new Map([
  ['.json', readJson],
  ['.ndjson', readNdjson],
  ['.jsonl', readNdjson],
  ['.csv', readCsv],
])

/**
 * Reads rows that take the place of made ones, in the file's order, from UTF-8 text with or without a byte
 * order mark, or UTF-16 with one, and with either line ending. The extension tells the format:
 *
 * - `.json`: an array of objects. `.ndjson`, `.jsonl`: an object a line; empty lines are skipped.
 * - `.csv`: a header, then rows as long as it. A cell is a number where a number is written just so
 *   (`443`, `-1.5`; but `007`, `1.50` and `1e3` are strings), a boolean where it reads `true` or `false` in
 *   any case, null where it is empty; else a string. An empty cell in quotes is the empty string. Key and
 *   time are strings whatever they look like.
 *
 * Every row needs a unique non-empty string for a key and, where rows have one, an RFC 3339 time. A value of JSON may
 * be an object or an array where the data source's rows hold such.
 * Throws a DataFileError that names the file and, where there is one, the line.
 */
export async function loadDataFile(path: string, facts: RowFacts): Promise<Row[]> {
  const extension = extname(path).toLowerCase()
  const read = READERS.get(extension)
  if (read === undefined) {
    const known = [...READERS.keys()].join(', ')
    throw new DataFileError(path, `the file's extension must be one of ${known}`)
  }
  return checkedRows(path, read(path, await textOf(path), facts), facts)
}

async function textOf(path: string): Promise<string> {
  const bytes = await bytesOf(path)
  try {
    return textOfBytes(bytes)
  } catch (error) {
    throw new DataFileError(path, (error as Error).message)
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    // Whoever opens a pipe may wait for ever.
    if (!(await stat(path)).isFile()) throw new Error('it is no file')
    return await readFile(path)
  } catch (error) {
    throw new DataFileError(path, `cannot be read (${(error as Error).message})`)
  }
}
