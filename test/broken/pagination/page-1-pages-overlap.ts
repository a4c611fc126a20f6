import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'the last row of a page given again as the first of the next',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          ({ offset, rows }) => ({ offset: offset + rows - 1 }),
        )
        return { success: true, data }
      }),
  }),
})
