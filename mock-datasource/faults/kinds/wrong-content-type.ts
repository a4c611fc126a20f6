import * as z from 'zod'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'
import { isHeaderValue } from '../http-headers.ts'

/** The right answer of the operation, which takes effect, under another media type. */
export const wrongContentType = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('wrong-content-type'),
    /** `text/plain` without it; null leaves the header out. */
    type: z.string().min(1).refine(isHeaderValue, 'cannot be sent as an HTTP header').nullish(),
    /** That of the right answer without it. */
    status: AnyStatus.optional(),
  }),
  proceeds: true,
  async strike({ type = 'text/plain', status }, { proceed }) {
    const reply = await proceed()
    if (!reply) return undefined
    const { 'content-type': _right, ...others } = reply.headers
    const headers = type === null ? others : { ...others, 'content-type': type }
    return { ...reply, headers, status: status ?? reply.status }
  },
})
