import { isDeepStrictEqual } from 'node:util'
import {
  PAGE_ANOMALIES,
  type PageAnomalyVariant,
} from '../../../contracts/data-source/page-anomaly.ts'
import { combinations } from '../../kit/combinations.ts'
import { rowsInWords } from '../../kit/compare-keys.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { comparedKeys, keysOf, violated } from '../../kit/expectations.ts'
import { atRequestsOf } from '../../kit/requests.ts'

interface ErringCase {
  readonly variant: PageAnomalyVariant
  readonly after: number
}

/** A result that changes while it is read is nobody's error: which rows are right then cannot be told. */
const ERRING = PAGE_ANOMALIES.filter((variant) => variant !== 'changed-result')
const ROWS = 12
const PAGE_SIZE = 4

/** PAGE-2. A data source that pages wrongly gives itself away; what it gives is not taken for the result. */
export default defineCheck({
  clause: 'PAGE-2',
  aspect: 'the data source errs',
  claim: 'where the pages contradict each other: a failure or the exact rows',
  needs: ['page anomalies'],
  cases: ({ source }) =>
    combinations<ErringCase>({
      variant: ERRING.filter((variant) => source.paging.anomalies.includes(variant)),
      after: [0, 1],
    }),
  async run(session, { variant, after }) {
    const { connector, dataSource } = session
    const search = await dataSource.completedSearch({ rows: ROWS, pageSize: PAGE_SIZE })
    const where = atRequestsOf(session, 'results')
    dataSource.fault({ kind: 'page-anomaly', variant, after, ...where })
    const answer = await connector.results(search.id, 0, ROWS)
    if (answer.reading.kind === 'failure') return
    const keys = keysOf(answer, 'a failure or all rows')
    if (!isDeepStrictEqual(keys, search.keys)) {
      violated(
        `a failure, or the ${ROWS} rows`,
        `${keys.length} rows: ${comparedKeys(keys, search.keys)}`,
        rowsInWords(keys, search.keys),
      )
    }
  },
})
