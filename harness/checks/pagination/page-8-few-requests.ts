import type { JournalEntry } from '../../../mock-datasource/index.ts'
import { isObject } from '../../kit/answer.ts'
import { TELLING_WINDOWS, windowCase } from '../../kit/arbitraries/window.ts'
import { defineCheck } from '../../kit/define-check.ts'
import { violated } from '../../kit/expectations.ts'

const SLACK = 2

/** PAGE-8, its SHOULD. A window takes about as many requests as it has pages. */
export default defineCheck({
  clause: 'PAGE-8',
  aspect: 'few requests',
  level: 'SHOULD',
  claim: 'a window takes no more than ⌈length / page size⌉ + 2 requests',
  cases: () => windowCase,
  always: () => [...TELLING_WINDOWS, { rows: 30, pageSize: 3, offset: 15, length: 9 }],
  async run({ connector, dataSource }, { rows, pageSize, offset, length }) {
    const search = await dataSource.completedSearch({ rows, pageSize })
    const { exchanges } = await connector.results(search.id, offset, length)
    const ownPageSize = Math.max(1, ...exchanges.map(limitOf))
    const most = Math.ceil(length / Math.min(pageSize, ownPageSize)) + SLACK
    if (exchanges.length > most)
      violated(`at most ${most} requests`, `${exchanges.length} requests`)
  },
})

/** The rows that a request asked for; the API's default where it did not say. */
function limitOf({ request }: JournalEntry): number {
  const inUrl = new URL(request.path, 'http://data.source').searchParams.get('limit')
  if (inUrl !== null) return Number(inUrl)
  try {
    const body: unknown = JSON.parse(request.body ?? '')
    if (isObject(body) && typeof body['limit'] === 'number') return body['limit']
  } catch {
    // A request without a JSON body says nothing about a limit.
  }
  return Number.MAX_SAFE_INTEGER
}
