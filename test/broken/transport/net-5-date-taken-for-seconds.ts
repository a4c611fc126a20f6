import { headerOf, withHeads } from '../../variants/answer-heads.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'NET-5',
  aspect: 'odd values',
  defect: 'an exception where `Retry-After` is a date and not a number of seconds',
  connector: (correct, { connection }) => ({
    async results(...args) {
      const { value, heads } = await withHeads(connection, () => correct.results(...args))
      for (const head of heads) BigInt(headerOf(head, 'retry-after') ?? 0)
      return value
    },
  }),
})
