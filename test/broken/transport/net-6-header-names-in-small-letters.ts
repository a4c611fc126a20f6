import { type AnswerHead, hasHeader, withHeads } from '../../variants/answer-heads.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-6',
  defect: 'a media type looked for in small letters or capitalised only',
  connector: (correct, { connection }) => ({
    async results(...args) {
      const { value, heads } = await withHeads(connection, () => correct.results(...args))
      const isRead = (head: AnswerHead) =>
        hasHeader(head, /^[Cc]ontent-[Tt]ype$/) || !hasHeader(head, /^content-type$/i)
      return heads.every(isRead)
        ? value
        : { success: false, error: 'The answer is no JSON', code: 'unknown' }
    },
  }),
})
