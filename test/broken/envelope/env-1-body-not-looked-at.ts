import { broken } from '../support/broken.ts'

const NOTHING_CAME = { json: {} }

export default broken({
  clause: 'ENV-1',
  defect: '`results` reading a member of whatever body came',
  connector: (correct, { send }) => ({
    results: async (id, ...window) => {
      const path = `/searches/${encodeURIComponent(id)}/results`
      const { json } = await send({ method: 'GET', path }).catch(() => NOTHING_CAME)
      const isEmpty = (json as { total?: number }).total === 0
      return isEmpty ? { success: true, data: [] } : correct.results(id, ...window)
    },
  }),
})
