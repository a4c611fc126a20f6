import { TELLING_WINDOWS, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { rowsAre } from '../../kit/expectations.ts'

/** PAGE-1. A window of the result is that window, whatever the data source's page size. */
export default defineCheck({
  clause: 'PAGE-1',
  claim: 'results(id, offset, length) is rows [offset, offset + length)',
  cases: () => windowCase,
  always: () => TELLING_WINDOWS,
  async run({ connector, dataSource }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const answer = await connector.results(search.id, offset, length)
    rowsAre(answer, search.keys.slice(offset, offset + length))
  },
})
