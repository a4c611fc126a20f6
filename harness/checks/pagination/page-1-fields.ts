import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Row } from '../../../mock-datasource/index.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { type Envelope, rowsOf, violated } from '../../kit/expectations.ts'
import { printable } from '../../kit/printable.ts'

/** PAGE-1, its SHOULD. Rows may be enriched; what the data source said of them is still there. */
export default defineCheck({
  clause: 'PAGE-1',
  aspect: 'fields',
  level: 'SHOULD',
  claim: "the data source's fields are in each row, unaltered",
  cases: () => fc.record({ rows: fc.integer({ min: 1, max: 40 }) }),
  always: () => [{ rows: 1 }, { rows: 40 }],
  async run({ connector, dataSource, source }, { rows }) {
    const search = await dataSource.completedSearch({ rows })
    const answer = await connector.results(search.id, 0, rows)
    const { key } = source.rows
    const byKey = new Map(search.rows.map((row) => [String(row[key]), row]))
    // A connector may name the key anew, and then need not give it under the data source's name too.
    const renamed = answer.rowKey === key ? undefined : key
    for (const given of rowsOf(answer)) {
      compare(byKey.get(String(given[answer.rowKey])), given, renamed)
    }
  },
})

/** A row that the data source does not have is left to the check of the window. */
function compare(row: Row | undefined, given: Envelope, renamed: string | undefined): void {
  for (const [field, value] of Object.entries(row ?? {})) {
    if (field === renamed || isDeepStrictEqual(given[field], value)) continue
    violated(
      `field ${field} to be ${printable(value, 200)}`,
      field in given ? printable(given[field], 200) : 'a row without it',
    )
  }
}
