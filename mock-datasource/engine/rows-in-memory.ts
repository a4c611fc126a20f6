import type { DataSet } from './data-set.ts'
import { parseRfc3339 } from './rfc3339.ts'
import type { Row } from './row.ts'
import { rowProblem } from './row-problem.ts'

/** Rows that cannot make a data set; the message says which row, counted from 1, and why. */
export class RowsError extends Error {
  override readonly name = 'RowsError'
}

/**
 * A data set of given rows, which may come in any order and are copied. Its fields are
 * those of all rows, in the order in which they first appear (`id` and `time` where there are no rows); a
 * row that lacks one has null there. Throws a
 * RowsError where a row has no unique string `id`, no RFC 3339 `time`, or a value that is none.
 */
export function dataSetOf(rows: readonly Row[]): DataSet {
  refuseBadRows(rows)
  const fields = fieldsOf(rows)
  const ordered = rows.map((row) => complete(row, fields))
  const instants = new Map(ordered.map((row) => [row, parseRfc3339(String(row['time'])) ?? 0]))
  const instantOf = (row: Row) => instants.get(row) ?? 0
  ordered.sort(
    (a, b) => instantOf(a) - instantOf(b) || (String(a['id']) < String(b['id']) ? -1 : 1),
  )
  return {
    size: ordered.length,
    fields,
    timeField: 'time',
    row(index) {
      const row = ordered[index]
      if (row !== undefined) return row
      throw new RangeError(`there is no row ${index} among ${ordered.length}`)
    },
    value: (index, field) => ordered[index]?.[field] ?? null,
  }
}

function refuseBadRows(rows: readonly Row[]): void {
  const ids = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const problem = rowProblem(row, ids)
    if (problem !== undefined) throw new RowsError(`row ${index + 1}: ${problem}`)
  }
}

function fieldsOf(rows: readonly Row[]): string[] {
  const fields = new Set(rows.length === 0 ? ['id', 'time'] : [])
  for (const row of rows) for (const field of Object.keys(row)) fields.add(field)
  return [...fields]
}

// fromEntries, since assigning a field named `__proto__` would change the row's prototype instead; and
// hasOwn, since `row.toString` is there in every object.
function complete(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(
    fields.map((field) => [field, Object.hasOwn(row, field) ? (row[field] ?? null) : null]),
  )
}
