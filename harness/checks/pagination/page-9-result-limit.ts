import { combinations } from '../../kit/combinations.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { isNoResults, keysOf, sameKeys } from '../../kit/expectations.ts'

interface LimitCase {
  readonly limit: number
  readonly pageSize: number
  readonly length: number
}

const ROWS = 12

/** PAGE-9. The limit is for the search: however it is paged, no more rows than that come out. */
export default defineCheck({
  clause: 'PAGE-9',
  claim: '`options.result_limit` caps the rows over all pages of one search',
  needs: ['result_limit'],
  cases: () =>
    combinations<LimitCase>({ limit: [5, 1, 11, 12, 50], pageSize: [10, 2], length: [12, 3] }),
  async run(session, { limit, pageSize, length }) {
    const search = await session.dataSource.completedSearch({ rows: ROWS, pageSize })
    const { options } = session.connector.connection
    const connector = session.connectorAt({
      connection: { options: { ...options, result_limit: limit } },
    })
    const together: unknown[] = []
    for (let offset = 0; offset < ROWS; offset += length) {
      const answer = await connector.results(search.id, offset, length)
      if (!isNoResults(answer)) together.push(...keysOf(answer))
    }
    sameKeys(together, search.keys.slice(0, limit))
  },
})
