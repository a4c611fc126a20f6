import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'no more than 100 pages, without a word',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          (so) => (so.pages < 100 ? nextToken(so) : undefined),
        )
        return { success: true, data }
      }),
  }),
})
