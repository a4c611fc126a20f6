import type { Page, PageStart } from '../../../connectors/abc-security-monitor/page.ts'
import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { parseCount } from '../../../connectors/support/parse-count.ts'
import type { AbcRow } from '../../../contracts/abc-security-monitor/api.ts'
import { nextToken } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

/** Without an end there would be none to the test either. */
const GIVES_UP_AFTER = 60

export default broken({
  clause: 'PAGE-8',
  defect: 'pages read as long as there is a token, whatever was asked for',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const most = parseCount(length, 'length')
        const rows: AbcRow[] = []
        let start: PageStart | undefined = { offset: parseCount(offset, 'offset') }
        for (let pages = 0; start !== undefined && pages < GIVES_UP_AFTER; pages += 1) {
          const page: Page = await api.searchResults(id, start, 1000)
          rows.push(...page.data)
          start = nextToken({ page })
        }
        return { success: true, data: rows.slice(0, most) }
      }),
  }),
})
