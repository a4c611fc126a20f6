import { isDeepStrictEqual } from 'node:util'
import { AbcResultsBody } from '../../../contracts/abc-security-monitor/api.ts'
import { failure, success } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { pageOf } from '../steps.ts'
import { CannotGoOn } from '../stops.ts'

const LIMIT = 3

/** The query that needs no search: its pages, and what it refuses. */
export const synchronousQuery: Scenario = {
  name: 'synchronous-query',
  title: 'The synchronous query',
  async run(side, observe, { query }) {
    const ask = (more: object) =>
      side.send({ method: 'POST', path: '/events/query', body: { query, ...more } })
    observe.answer('a negative offset', await ask({ offset: -1 }), failure('offset'))
    observe.answer('a limit that is a text', await ask({ limit: '3' }), failure('limit'))
    observe.answer('a query in no language', await ask({ query: 'nothing' }), failure())
    const first = await ask({ limit: LIMIT })
    observe.answer('the first page', first, success(AbcResultsBody))
    const { data, next_page_token: token, total } = pageOf(first)
    if (token === null) {
      throw new CannotGoOn(`the first page of ${total} rows has no token; give --query more rows`)
    }
    const second = await ask({ page_token: token, limit: LIMIT })
    observe.answer('the second page', second, success(AbcResultsBody))
    const byOffset = await ask({ offset: data.length, limit: LIMIT })
    const isSame = isDeepStrictEqual(pageOf(byOffset).data, pageOf(second).data)
    observe.exact('the second page', 'its rows are those of the page by offset', isSame, second)
    const both = await ask({ page_token: token, offset: 0 })
    observe.answer('a token and an offset', both, failure('offset'))
  },
}
