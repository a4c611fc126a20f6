import type { DataSource } from '../../../contracts/data-source/data-source.ts'
import { isObject } from '../../kit/answer.ts'
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
  always: ({ source }) => [...TELLING_WINDOWS, ...LARGE_WINDOWS.filter(isWithinLimitOf(source))],
  tells: (window) => JSON.stringify(window),
  async run({ connector, dataSource }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const answer = await connector.results(search.id, offset, length)
    rowsAre(answer, search.keys.slice(offset, offset + length))
  },
})

/** Not where every connector for this data source is given a limit, in front of which a window has to end. */
function isWithinLimitOf({ given }: DataSource): (window: WindowCase) => boolean {
  const options = given.more?.['options']
  const limit = isObject(options) ? options['result_limit'] : undefined
  return ({ offset, length }) => typeof limit !== 'number' || offset + length <= limit
}
