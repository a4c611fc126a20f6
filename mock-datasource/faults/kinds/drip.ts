import * as z from 'zod'
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
    /** Whether the headers drip too, which is so without it; `false` sends them at once. */
    headers: z.boolean().optional(),
  }),
  proceeds: true,
  async strike({ milliseconds, headers = true }, { proceed }) {
    const reply = await proceed()
    return reply && { ...reply, delivery: { ...reply.delivery, drip: { milliseconds, headers } } }
  },
})
