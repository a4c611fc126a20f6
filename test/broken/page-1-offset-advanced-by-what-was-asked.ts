import { readPages } from '../variants/read-pages.ts'
import { broken } from './support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'an offset that advances by the rows asked for, not by those that came',
  connector: (_, { run }) => ({
    results: (id, offset, length) =>
      run(async (api) => {
        const data = await readPages(
          (start, limit) => api.searchResults(id, start, limit),
          { offset, length },
          ({ offset, asked }) => ({ offset: offset + asked }),
        )
        return { success: true, data }
      }),
  }),
})
