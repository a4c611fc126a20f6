import { readPages } from '../variants/read-pages.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'no page but the first',
  connector: (_, { run }) => ({
    results: (id, offset, length) =>
      run(async (api) => {
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          () => undefined,
        )
        return { success: true, data }
      }),
  }),
})
