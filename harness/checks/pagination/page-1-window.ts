import { TELLING_WINDOWS, type WindowCase, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { rowsAre } from '../../kit/expectations.ts'

/** Windows past the caps that connectors set themselves: of pages, of rows, of the deepest offset. */
const LARGE_WINDOWS: readonly WindowCase[] = [
  { rows: 40, pageSize: 1, offset: 0, length: 40 },
  { rows: 130, pageSize: 1, offset: 0, length: 130 },
  { rows: 1_200, pageSize: 1_000, offset: 0, length: 1_200 },
  { rows: 10_050, pageSize: 1_000, offset: 9_990, length: 30 },
]

/** PAGE-1. A window of the result is that window, whatever the data source's page size. */
export default defineCheck({
  clause: 'PAGE-1',
  claim: 'results(id, offset, length) is rows [offset, offset + length)',
  cases: () => windowCase,
  always: () => [...TELLING_WINDOWS, ...LARGE_WINDOWS],
  async run({ connector, dataSource }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const answer = await connector.results(search.id, offset, length)
    rowsAre(answer, search.keys.slice(offset, offset + length))
  },
})
