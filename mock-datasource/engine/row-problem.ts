import { parseRfc3339 } from './rfc3339.ts'
import type { Row } from './row.ts'

/**
 * What keeps `value` from being a row of a table, in words, or `undefined`. `ids` are those of the rows
 * seen before; the row's own is added. A row is a flat object with a unique `id` and a `time`: results are
 * ordered by these two, so that without them their order, and thus every page, would be left to chance.
 */
export function rowProblem(value: unknown, ids: Set<string>): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'a row must be an object of fields'
  }
  for (const field of Object.keys(value)) {
    if (isValue((value as Row)[field])) continue
    return `'${field}' must be a string, a number, a boolean or null; flatten objects and arrays`
  }
  const { id, time } = value as Row
  if (typeof id !== 'string' || id === '') return "'id' must be there, a string that is not empty"
  if (ids.has(id)) return `another row has the id ${JSON.stringify(id)}`
  ids.add(id)
  if (typeof time === 'string' && parseRfc3339(time) !== undefined) return undefined
  return "'time' must be there, an RFC 3339 time such as 2026-01-01T00:00:00.000Z"
}

function isValue(content: unknown): boolean {
  if (content === null || typeof content === 'string' || typeof content === 'boolean') return true
  // JSON.parse makes Infinity of 1e999, which no answer could carry.
  return typeof content === 'number' && Number.isFinite(content)
}
