import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

/** The data source may give fewer rows than asked for, since it has a page size of its own. */
export default broken({
  clause: 'PAGE-1',
  defect: 'a page shorter than asked for taken for the last',
  connector: (_, { run }) => ({
    results: (searchId, offset, length) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          (so) => (so.page.data.length < so.asked ? undefined : nextToken(so)),
        )
        return { success: true, data }
      }),
  }),
})
