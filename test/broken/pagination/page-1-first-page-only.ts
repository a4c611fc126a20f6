import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'no page but the first',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          () => undefined,
        )
        return { success: true, data }
      }),
  }),
})
