import { AbcResultsBody } from '../../../contracts/abc-security-monitor/api.ts'
import { success } from '../probe/expected.ts'
import type { Scenario } from '../scenario.ts'
import { completedSearch, getResults, pageOf } from '../steps.ts'

/** More rows than any page of a careful API holds. */
const BEYOND_ANY_CAP = 10_000

/** The largest page given, however many rows are asked for. */
export const pageCap: Scenario = {
  name: 'page-cap',
  title: 'The page cap',
  async run(side, observe, { query }) {
    const id = await completedSearch(side, query)
    const first = await getResults(side, id, `limit=${BEYOND_ANY_CAP}`)
    observe.answer('a limit beyond the cap', first, success(AbcResultsBody))
    const { data, total, next_page_token: token } = pageOf(first)
    const second =
      token === null
        ? undefined
        : await getResults(
            side,
            id,
            `page_token=${encodeURIComponent(token)}&limit=${BEYOND_ANY_CAP}`,
          )
    const more = second === undefined ? [] : pageOf(second).data
    const value = Math.max(data.length, more.length)
    const isLeast = value >= total || value >= BEYOND_ANY_CAP
    observe.seen('a limit beyond the cap', 'largest page', { kind: 'size', value, isLeast }, first)

    const plain = await getResults(side, id)
    observe.answer('no limit', plain, success(AbcResultsBody))
    const usual = pageOf(plain).data.length
    const seen = { kind: 'size', value: usual, isLeast: usual >= total } as const
    observe.seen('no limit', 'rows of a page', seen, plain)
  },
}
