import type { Page } from '../../../connectors/abc-security-monitor/page.ts'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { nextToken, readPages } from '../../variants/read-pages.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  defect: 'page tokens in the URL as they are, in which a plus sign is a space',
  connector: (_, { run, send }) => ({
    results: (id, offset, length) =>
      run(async (api) => {
        const data = await readPages(
          async (start, limit) => {
            if ('offset' in start) return api.searchResults(id, start, limit)
            const path = `/searches/${id}/results?page_token=${start.page_token}&limit=${limit}`
            const { status, json } = await send({ method: 'GET', path })
            if (status !== 200) throw new ConnectorFailure('unknown', 'The page was refused')
            return json as Page
          },
          { offset, length },
          nextToken,
        )
        return { success: true, data }
      }),
  }),
})
