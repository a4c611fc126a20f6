import type { RowFacts } from '../../contracts/data-source/data-source.ts'
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
 * those of all rows, in the order in which they first appear (key and time where there are no rows); a
 * row that lacks one has null there. Throws a
 * RowsError where a row has no unique text for a key, no RFC 3339 time, or a value that is none.
 */
export function dataSetOf(rows: readonly Row[], facts: RowFacts): DataSet {
  refuseBadRows(rows, facts)
  const fields = fieldsOf(rows, facts)
  const ordered = inOrder(
    rows.map((row) => complete(row, fields)),
    facts,
  )
  return {
    size: ordered.length,
    fields,
    row(index) {
      const row = ordered[index]
      if (row !== undefined) return row
      throw new RangeError(`there is no row ${index} among ${ordered.length}`)
    },
    value: (index, field) => ordered[index]?.[field] ?? null,
  }
}

/** By time where rows have one, then by key, both whatever the machine's language is. */
function inOrder(rows: readonly Row[], { key, time }: RowFacts): Row[] {
  const instantIn = (row: Row) => (time === undefined ? 0 : (parseRfc3339(String(row[time])) ?? 0))
  const instants = new Map(rows.map((row) => [row, instantIn(row)]))
  const instantOf = (row: Row) => instants.get(row) ?? 0
  return rows.toSorted(
    (a, b) => instantOf(a) - instantOf(b) || (String(a[key]) < String(b[key]) ? -1 : 1),
  )
}

function refuseBadRows(rows: readonly Row[], facts: RowFacts): void {
  const keys = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const problem = rowProblem(row, keys, facts)
    if (problem !== undefined) throw new RowsError(`row ${index + 1}: ${problem}`)
  }
}

function fieldsOf(rows: readonly Row[], { key, time }: RowFacts): string[] {
  const always = time === undefined ? [key] : [key, time]
  const fields = new Set(rows.length === 0 ? always : [])
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
