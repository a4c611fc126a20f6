import { AbcResultsBody } from '../../../contracts/abc-security-monitor/api.ts'
import { success } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { completedSearch, getResults, pageOf } from '../steps.ts'

/** Where a result ends: its last row, right behind it, and far behind it. */
export const pageEnds: Scenario = {
  name: 'page-ends',
  title: 'The end of a result',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    const { total } = pageOf(await getResults(side, id, 'limit=1'))
    const places = [
      { probe: 'an offset at the last row', offset: total - 1 },
      { probe: 'an offset at the end', offset: total },
      { probe: 'an offset past the end', offset: total + 1_000 },
    ]
    for (const { probe, offset } of places) {
      if (offset < 0) {
        observe.unknown(probe, 'there are no rows')
        continue
      }
      const exchange = await getResults(side, id, `offset=${offset}&limit=5`)
      observe.answer(probe, exchange, success(AbcResultsBody))
      const page = AbcResultsBody.safeParse(exchange.answer?.json).data
      if (page === undefined) continue
      observe.exact(probe, 'rows', page.data.length, exchange)
      const token = page.next_page_token === null ? 'null' : 'a text'
      observe.exact(probe, 'next_page_token', token, exchange)
      observe.exact(probe, 'offset is the one asked for', page.offset === offset, exchange)
      observe.exact(probe, 'total is as before', page.total === total, exchange)
    }
  },
}
