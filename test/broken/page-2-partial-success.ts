import type { Page } from '../../connectors/abc-security-monitor/page.ts'
import { nextToken, readPages } from '../variants/read-pages.ts'
import { broken } from './support/broken.ts'

const NO_MORE = { code: 200, data: [], offset: 0, total: 0, next_page_token: null } satisfies Page

export default broken({
  clause: 'PAGE-2',
  aspect: 'error behind the first page',
  defect: 'success with the rows so far where a later page fails',
  connector: (_, { run }) => ({
    results: (id, offset, length) =>
      run(async (api) => {
        let pages = 0
        const data = await readPages(
          async (start, limit) => {
            pages += 1
            const page = api.searchResults(id, start, limit)
            return pages === 1 ? page : page.catch(() => NO_MORE)
          },
          { offset, length },
          nextToken,
        )
        return { success: true, data }
      }),
  }),
})
