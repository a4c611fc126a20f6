import { collectRows } from '../../connectors/abc-security-monitor/collect-rows.ts'
import { requireSearchId } from '../../connectors/abc-security-monitor/require-search-id.ts'
import { odd } from './support/odd.ts'

const PAGE_ROWS = 7

export default odd({
  oddity: 'pages of seven rows, whatever the data source would give at once',
  connector: (_, { run }) => ({
    results: (searchId, offset, length, metadata) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const window = { offset, length, metadata }
        const collected = await collectRows(
          (start, limit) => api.searchResults(id, start, Math.min(limit, PAGE_ROWS)),
          id,
          window,
        )
        return { success: true, ...collected }
      }),
  }),
})
