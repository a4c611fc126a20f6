import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'an offset that advances by the rows asked for, not by those that came',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          ({ offset, asked }) => ({ offset: offset + asked }),
        )
        return { success: true, data }
      }),
  }),
})
