import { parseExactly } from '../../../contracts/given/parse-exactly.ts'
import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'
import { notJson } from './not-json.ts'

/** One JSON value a line; lines of nothing but blanks are skipped. */
export function readNdjson(path: string, text: string): FoundRow[] {
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return []
    return [{ value: parseLine(path, content, index + 1), line: () => index + 1 }]
  })
}

function parseLine(path: string, content: string, line: number): unknown {
  try {
    return parseExactly(content)
  } catch (error) {
    throw new DataFileError(path, notJson(error), line)
  }
}
