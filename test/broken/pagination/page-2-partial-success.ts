import { collectRows } from '../../../connectors/abc-security-monitor/collect-rows.ts'
import type { FetchPage } from '../../../connectors/abc-security-monitor/page.ts'
import { requireSearchId } from '../../../connectors/abc-security-monitor/require-search-id.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-2',
  aspect: 'error behind the first page',
  defect: 'success with the rows so far where a later page fails',
  connector: (_, { run }) => ({
    results: (searchId, offset, length, metadata) =>
      run(async (api) => {
        const id = requireSearchId(searchId)
        const data: unknown[] = []
        const fetchPage: FetchPage = async (start, limit) => {
          const page = await api.searchResults(id, start, limit)
          data.push(...page.data)
          return page
        }
        try {
          const collected = await collectRows(fetchPage, id, { offset, length, metadata })
          return { success: true, ...collected }
        } catch (error) {
          if (data.length === 0 || contradictsItself(error)) throw error
          return { success: true, data }
        }
      }),
  }),
})

function contradictsItself(error: unknown): boolean {
  return error instanceof Error && error.message.includes('contradicts itself')
}
