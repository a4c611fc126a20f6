import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-2',
  aspect: 'the data source errs',
  defect: 'rows that come twice dropped, so that others are missing without a word',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const rows = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          nextToken,
        )
        const byId = new Map(rows.map((row, index) => [row['id'] ?? index, row]))
        return { success: true, data: [...byId.values()] }
      }),
  }),
})
