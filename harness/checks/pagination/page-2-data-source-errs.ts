import { isDeepStrictEqual } from 'node:util'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { describeAnswer, keysOf, violated } from '../../kit/expectations.ts'
import { OPERATION_OF } from '../../kit/requests.ts'

interface ErringCase {
  readonly variant: 'repeated-page' | 'repeated-token' | 'empty-page' | 'wrong-total' | 'short-page'
  readonly after: number
}

const ROWS = 12
const PAGE_SIZE = 4

/** PAGE-2. A data source that pages wrongly gives itself away; what it gives is not taken for the result. */
export default defineCheck({
  clause: 'PAGE-2',
  aspect: 'the data source errs',
  claim: 'where the pages contradict each other: a failure or the exact rows',
  cases: () =>
    combinations<ErringCase>({
      variant: ['repeated-page', 'repeated-token', 'empty-page', 'wrong-total', 'short-page'],
      after: [0, 1],
    }),
  async run({ connector, dataSource, mode }, { variant, after }) {
    const search = await dataSource.completedSearch({ rows: ROWS, pageSize: PAGE_SIZE })
    const operation = OPERATION_OF[mode].results
    dataSource.fault({ kind: 'page-anomaly', variant, after, operation })
    const answer = await connector.results(search.id, 0, ROWS)
    if (answer.reading.kind === 'failure') return
    const keys = keysOf(answer, 'a failure or all rows')
    if (!isDeepStrictEqual(keys, search.keys)) {
      violated(`a failure, or the ${ROWS} rows`, `${keys.length} rows: ${describeAnswer(answer)}`)
    }
  },
})
