import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { LONGEST_DELAY } from '../longest-delay.ts'

/**
 * The right answer, late. The operation itself is performed after the delay, or when the client has gone:
 * most services carry on without noticing, which is how a lost answer comes to leave a search behind.
 */
export const latency = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('latency'),
    milliseconds: z.number().min(0).max(LONGEST_DELAY),
  }),
  proceeds: true,
  async strike({ milliseconds }, { wait, proceed }) {
    await wait(milliseconds)
    return proceed()
  },
})
