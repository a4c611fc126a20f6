import * as z from 'zod'
import { mayHaveBody } from '../../http/send.ts'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * The right answer, cut short: the operation takes effect, its Content-Length is sent, and then the
 * connection is closed before that many bytes have gone out.
 */
export const closeMidBody = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('close-mid-body'),
    /** How many bytes of the part go out, at most all but one; half of it without a number. */
    bytes: z.int().min(0).optional(),
    /**
     * Where the cut is: without it in the body, or where its status leaves no room for one, in the headers. `headers`
     * counts from the status line on.
     */
    part: z.enum(['headers', 'body']).optional(),
    /** `close` (the default) ends the connection in good order; `reset` (TCP RST) may take bytes with it. */
    by: z.enum(['close', 'reset']).optional(),
  }),
  proceeds: true,
  async strike({ bytes, part: wanted, by = 'close' }, { proceed }) {
    const reply = await proceed()
    if (!reply) return reply
    const part = wanted ?? (mayHaveBody(reply.status) ? 'body' : 'headers')
    return { ...reply, delivery: { ...reply.delivery, cut: { part, bytes, by } } }
  },
})
