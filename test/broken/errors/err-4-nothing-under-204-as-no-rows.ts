import { withHeads } from '../../variants/answer-heads.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ERR-4',
  defect: 'no rows where a page comes as nothing under 202 or 204',
  connector: (correct, { connection }) => ({
    async results(...args) {
      const { value, heads } = await withHeads(connection, () => correct.results(...args))
      const nothing = heads.some(({ status }) => status === 202 || status === 204)
      return nothing ? { success: true, data: [] } : value
    },
  }),
})
