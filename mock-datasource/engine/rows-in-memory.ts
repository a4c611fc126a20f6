import type { DataSet } from './data-set.ts'
import { parseRfc3339 } from './rfc3339.ts'
import type { Row } from './row.ts'

/** Rows that cannot make a data set. */
export class RowsError extends Error {
  override readonly name = 'RowsError'
}

/**
 * A data set of given rows, in any order. `fields` are those of all rows, in the order of their first
 * appearance; a row that lacks one has null there. Each row needs a unique string in `idField` (default
 * `id`) and an RFC 3339 time in `timeField` (default `time`); throws a RowsError that says which has not.
 */
export function dataSetOf(
  rows: readonly Row[],
  options: { idField?: string; timeField?: string } = {},
): DataSet {
  const { idField = 'id', timeField = 'time' } = options
  const fields = [...new Set([idField, timeField, ...rows.flatMap(Object.keys)])]
  const ids = new Set<string>()
  const keyed = rows.map((row, index) => {
    const id = row[idField]
    if (typeof id !== 'string' || id === '') throw fault(index, `'${idField}' must be a string`)
    if (ids.has(id)) throw fault(index, `another row has the ${idField} '${id}'`)
    ids.add(id)
    const time = parseRfc3339(String(row[timeField]))
    if (time === undefined) throw fault(index, `'${timeField}' must be an RFC 3339 time`)
    return { id, time, row: complete(row, fields) }
  })
  keyed.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
  const ordered = keyed.map(({ row }) => row)
  return { size: ordered.length, fields, timeField, row: (index) => rowAt(ordered, index) }
}

function rowAt(rows: readonly Row[], index: number): Row {
  const row = rows[index]
  if (row === undefined) throw new RangeError(`there is no row ${index} among ${rows.length}`)
  return row
}

// fromEntries, since assigning a field named `__proto__` would change the row's prototype instead.
function complete(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(
    fields.map((field) => [field, Object.hasOwn(row, field) ? (row[field] ?? null) : null]),
  )
}

function fault(index: number, problem: string): RowsError {
  return new RowsError(`row ${index + 1}: ${problem}`)
}
