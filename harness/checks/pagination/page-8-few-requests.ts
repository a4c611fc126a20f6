import { TELLING_WINDOWS, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'
import { requestsOf } from '../../kit/requests.ts'

const SLACK = 2

/** PAGE-8, its SHOULD. A window takes about as many requests as it has pages. */
export default defineCheck({
  clause: 'PAGE-8',
  aspect: 'few requests',
  level: 'SHOULD',
  claim: 'a window takes no more than ⌈length / page size⌉ + 2 requests',
  cases: () => windowCase,
  always: () => [...TELLING_WINDOWS, { rows: 30, pageSize: 3, offset: 15, length: 9 }],
  shows: 'a page',
  async run({ connector, dataSource, source }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const requests = requestsOf(await connector.results(search.id, offset, length), source)
    // The API's own page size where a request did not say.
    const limits = requests.map((each) => source.reads.page(each)?.limit ?? Number.MAX_SAFE_INTEGER)
    const ownPageSize = Math.max(1, ...limits)
    // Where no request can say how many rows to pass over, those before the window have to come first.
    const reached = source.paging.words.place === undefined ? offset + length : length
    const most = Math.ceil(reached / Math.min(pageSize, ownPageSize)) + SLACK
    if (requests.length > most) {
      violated(`at most ${most} requests`, `${requests.length} requests`)
    }
  },
})
