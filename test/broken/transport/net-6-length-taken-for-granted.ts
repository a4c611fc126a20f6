import { hasHeader, withHeads } from '../../variants/answer-heads.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-6',
  defect: 'a failure where an answer does not say its length',
  connector: (correct, { connection }) => ({
    async results(...args) {
      const { value, heads } = await withHeads(connection, () => correct.results(...args))
      return heads.every((head) => head.status !== 200 || hasHeader(head, /^content-length$/i))
        ? value
        : { success: false, error: 'The answer has no length', code: 'service_unavailable' }
    },
  }),
})
