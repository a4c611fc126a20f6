import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataSetOf } from '../../../../../mock-datasource/engine/rows-in-memory.ts'
import { EVENT_ROWS } from '../../../../../mock-datasource/sources/abc-security-monitor/events-table.ts'
import { parseQuery } from '../../../../../mock-datasource/sources/abc-security-monitor/query/parse-query.ts'
import { selectorOf } from '../../../../../mock-datasource/sources/abc-security-monitor/query/selector.ts'
import { query, rows } from './arbitrary-query.ts'
import { naiveResult } from './naive-evaluation.ts'
import { printQuery } from './print-query.ts'

const choices = fc.infiniteStream(fc.nat())
const chooser = (stream: fc.Stream<number>) => (options: number) =>
  (stream.next().value as number) % options

describe('the query language', () => {
  it('reads back every query, however it is written', () => {
    fc.assert(
      fc.property(query, choices, (original, stream) => {
        expect(parseQuery(printQuery(original, chooser(stream)))).toEqual(original)
      }),
      { numRuns: 1_000 },
    )
  })

  it('selects what a naive evaluation selects, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, query, choices, async (given, original, stream) => {
        const dataSet = dataSetOf(given, EVENT_ROWS)
        const selector = selectorOf(parseQuery(printQuery(original, chooser(stream))))
        const selection = await selector.select(dataSet)
        const selected = Array.from({ length: selection.total }, (_, position) =>
          selector.project(dataSet.row(selection.indexAt(position))),
        )
        const expected = naiveResult(given, original)
        expect(selected).toEqual(expected.map((row) => fieldsOf(row, original.fields)))
      }),
      { numRuns: 1_000 },
    )
  })
})

function fieldsOf(row: Record<string, unknown>, fields: '*' | readonly string[]) {
  return fields === '*' ? row : Object.fromEntries(fields.map((field) => [field, row[field]]))
}
