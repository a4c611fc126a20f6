import { setTimeout } from 'node:timers/promises'
import { headerOf, withHeads } from '../../variants/answer-heads.ts'
import { broken } from '../support/broken.ts'

/** Beyond what a call may take; a test need not wait for a century. */
const LONG_ENOUGH = 11

export default broken({
  clause: 'NET-5',
  aspect: 'odd values',
  defect: 'a sleep of as many seconds as `Retry-After` says, however many those are',
  connector: (correct, { connection }) => ({
    async results(...args) {
      const { value, heads } = await withHeads(connection, () => correct.results(...args))
      for (const head of heads) {
        const seconds = Number(headerOf(head, 'retry-after') ?? 0)
        if (seconds > 0) await setTimeout(1_000 * Math.min(seconds, LONG_ENOUGH))
      }
      return value
    },
  }),
})
