import type { PageAnomalyVariant } from '../../../contracts/data-source/page-anomaly.ts'
import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { atRequestsOf, requestsOf } from '../../kit/requests.ts'

/** Pages that never come to an end, and a result that changes while it is read. */
const ENDLESS = [
  'repeated-token',
  'empty-page',
  'token-cycle',
  'empty-pages',
  'changed-result',
] as const satisfies PageAnomalyVariant[]

interface EndlessCase {
  readonly variant: 'none' | (typeof ENDLESS)[number]
  readonly offset: number
  readonly length: number
}

/** PAGE-8. However a data source goes round in circles, a call comes back. How much it asks is judged of every answer. */
export default defineCheck({
  clause: 'PAGE-8',
  claim: 'a call ends, also where pages never do',
  cases: ({ source }) =>
    combinations<EndlessCase>({
      variant: ['none', ...ENDLESS.filter((each) => source.paging.anomalies.includes(each))],
      offset: [0, 3],
      length: [2, 20],
    }),
  shows: 'a page',
  async run(session, { variant, offset, length }) {
    const { connector, dataSource, source } = session
    const search = await dataSource.completedSearch({ rows: 80, pageSize: 4 })
    if (variant !== 'none') {
      dataSource.fault({ kind: 'page-anomaly', variant, ...atRequestsOf(session, 'results') })
    }
    const answer = await connector.results(search.id, offset, length)
    const { length: made } = requestsOf(answer, source)
    if (answer.result.kind === 'timed-out') {
      violated(
        'an answer',
        `none within ${answer.result.afterMilliseconds} ms, after ${made} requests`,
      )
    }
  },
})
