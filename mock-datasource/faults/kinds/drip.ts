import * as z from 'zod'
import { lengthOf } from '../../http/reply.ts'
import { defineFaultKind } from '../fault-kind.ts'
import { LONGEST_DELAY } from '../longest-delay.ts'

/**
 * The right answer, byte by byte. The operation takes effect before the first byte goes out. A client that
 * measures its timeout from byte to byte waits for as long as this lasts.
 */
export const drip = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('drip'),
    /** Between one byte and the next. */
    milliseconds: z.number().min(0).max(LONGEST_DELAY),
    /** Whether the headers drip too, which is so without it; `false` sends them at once, where a body is to drip. */
    headers: z.boolean().optional(),
  }),
  proceeds: true,
  async strike({ milliseconds, headers: wanted = true }, { proceed }) {
    const reply = await proceed()
    if (!reply) return reply
    // Where there is no body, nothing would drip, and the answer would be there at once.
    const headers = wanted || lengthOf(reply.body) === 0
    return { ...reply, delivery: { ...reply.delivery, drip: { milliseconds, headers } } }
  },
})
