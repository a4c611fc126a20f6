import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-2',
  aspect: 'the data source errs',
  defect: 'pages put together without a look at what is in them',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          nextToken,
        )
        return { success: true, data }
      }),
  }),
})
