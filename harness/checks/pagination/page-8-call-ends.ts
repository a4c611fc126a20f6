import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { OPERATION_OF } from '../../kit/requests.ts'

interface EndlessCase {
  readonly variant: 'none' | 'repeated-token' | 'empty-page'
  readonly offset: number
  readonly length: number
}

const SLACK = 10

/** PAGE-8. However a data source goes round in circles, a call comes back, and soon. */
export default defineCheck({
  clause: 'PAGE-8',
  claim: 'a call ends after at most offset + length + 10 requests',
  cases: () =>
    combinations<EndlessCase>({
      variant: ['none', 'repeated-token', 'empty-page'],
      offset: [0, 3],
      length: [2, 20],
    }),
  async run({ connector, dataSource, mode }, { variant, offset, length }) {
    const search = await dataSource.completedSearch({ rows: 40, pageSize: 4 })
    if (variant !== 'none') {
      dataSource.fault({ kind: 'page-anomaly', variant, operation: OPERATION_OF[mode].results })
    }
    const answer = await connector.results(search.id, offset, length)
    const most = offset + length + SLACK
    const { length: made } = answer.exchanges
    if (made > most) violated(`at most ${most} requests`, `${made} requests`)
    if (answer.result.kind === 'timed-out') {
      violated(
        'an answer',
        `none within ${answer.result.afterMilliseconds} ms, after ${made} requests`,
      )
    }
  },
})
