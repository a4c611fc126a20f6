import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'later pages counted from the start of the result, not from the offset',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          ({ rows }) => ({ offset: rows }),
        )
        return { success: true, data }
      }),
  }),
})
