import type { RowFacts } from '../../contracts/data-source/data-source.ts'
import { parseRfc3339 } from './rfc3339.ts'
import type { Row } from './row.ts'

/** Whoever reads a row level by level must come to its end. */
const DEEPEST = 64

/**
 * What keeps `value` from being a row of such a table, in words, or `undefined`. `keys` are those of the rows
 * seen before; the row's own is added. A row is an object, flat where the data source's rows are, with a unique key
 * and, where the table has one, a time: results are ordered by these, so that without them their order, and thus
 * every page, would be left to chance.
 */
export function rowProblem(
  value: unknown,
  keys: Set<string>,
  { key, time, anything, nested = anything }: RowFacts,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'a row must be an object of fields'
  }
  const row = value as Row
  for (const field of Object.keys(row)) {
    if (nested ? isTree(row[field]) : isPlain(row[field])) continue
    return nested
      ? `'${field}' holds what JSON does not, or is deeper than ${DEEPEST} levels`
      : `'${field}' must be a string, a number, a boolean or null; flatten objects and arrays`
  }
  const own = row[key]
  if (typeof own !== 'string' || own === '') {
    return `'${key}' must be there, a string that is not empty`
  }
  if (keys.has(own)) return `another row has the ${key} ${JSON.stringify(own)}`
  keys.add(own)
  if (time === undefined || isTime(row[time])) return undefined
  return `'${time}' must be there, an RFC 3339 time such as 2026-01-01T00:00:00.000Z`
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && parseRfc3339(value) !== undefined
}

function isTree(content: unknown, depth = 0): boolean {
  if (typeof content !== 'object' || content === null) return isPlain(content)
  return depth < DEEPEST && Object.values(content).every((part) => isTree(part, depth + 1))
}

function isPlain(content: unknown): boolean {
  if (content === null || typeof content === 'string' || typeof content === 'boolean') return true
  // JSON.parse makes Infinity of 1e999, which no answer could carry.
  return typeof content === 'number' && Number.isFinite(content)
}
