import { parseRfc3339 } from '../rfc3339.ts'
import type { Row, Value } from '../row.ts'
import { DataFileError } from './data-file-error.ts'
import type { FoundRow } from './found-row.ts'

/** The rows of a file, each seen to be one; throws a DataFileError at the first that is not. */
export function checkedRows(path: string, found: readonly FoundRow[]): Row[] {
  const ids = new Set<string>()
  return found.map(({ value, line }) => {
    const problem = problemOf(value, ids)
    if (problem !== undefined) throw new DataFileError(path, problem, line())
    return value as Row
  })
}

/** What keeps a value from being a row beside those whose ids are in `ids`; adds its own. */
function problemOf(value: unknown, ids: Set<string>): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'a row must be an object of fields'
  }
  for (const [field, content] of Object.entries(value)) {
    if (!isValue(content)) {
      return `'${field}' must be a string, a number, a boolean or null; flatten objects and arrays`
    }
  }
  const { id, time } = value as Row
  if (typeof id !== 'string' || id === '') return "'id' must be there, a string that is not empty"
  if (ids.has(id)) return `another row has the id ${JSON.stringify(id)}`
  ids.add(id)
  if (typeof time === 'string' && parseRfc3339(time) !== undefined) return undefined
  return "'time' must be there, an RFC 3339 time such as 2026-01-01T00:00:00.000Z"
}

function isValue(content: unknown): content is Value {
  if (content === null || typeof content === 'string' || typeof content === 'boolean') return true
  // JSON.parse makes Infinity of 1e999, which no answer could carry.
  return typeof content === 'number' && Number.isFinite(content)
}
