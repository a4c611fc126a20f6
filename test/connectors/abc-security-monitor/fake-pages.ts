import type { FetchPage, Page, PageStart } from '../../../connectors/abc-security-monitor/page.ts'
import type { AbcRow } from '../../../contracts/abc-security-monitor/api.ts'

/** A data source's result as pages, in memory, with a count of the requests made. */
export interface FakePages {
  readonly rows: readonly AbcRow[]
  readonly fetchPage: FetchPage
  requests(): number
}

/**
 * Pages of a result of `total` rows, as the API promises them.
 *
 * @param err changes a page before it is given: how a data source that errs is written down
 */
export function fakePages(options: {
  total: number
  pageSize: number
  err?: (page: Page, request: number) => Page
}): FakePages {
  const rows = Array.from({ length: options.total }, (_, index) => ({ id: `row-${index}`, index }))
  let requests = 0
  return {
    rows,
    requests: () => requests,
    fetchPage: async (start, limit) => {
      requests += 1
      const offset = offsetOf(start)
      const data = rows.slice(offset, offset + Math.min(limit, options.pageSize))
      const end = offset + data.length
      const next_page_token = end < rows.length ? `t+/${end}=` : null
      const page: Page = { code: 200, data, offset, total: rows.length, next_page_token }
      return options.err?.(page, requests) ?? page
    },
  }
}

function offsetOf(start: PageStart): number {
  return 'offset' in start ? start.offset : Number(/^t\+\/(\d+)=$/.exec(start.page_token)?.[1])
}
