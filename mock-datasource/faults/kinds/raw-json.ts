import * as z from 'zod'
import { FieldPath } from '../../../contracts/data-source/field-path.ts'
import { lengthOf, type Reply } from '../../http/reply.ts'
import { drift } from '../drift.ts'
import { defineFaultKind } from '../fault-kind.ts'
import { bodyOf, withBody } from '../reply-body.ts'

/** No text of any row or message. */
const MARK = '\u0001here\u0001'

/**
 * The right answer of the operation, which takes effect, with other characters where one value stood: such as are no
 * JSON, or JSON that few programs can hold (`NaN`, an integer beyond 2^53, half of a surrogate pair, a key twice).
 * An answer that is no JSON stays as it is. Source: ENV-5, PAGE-1.
 */
export const rawJson = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('raw-json'),
    /** Which value, by its place; or `text`. */
    field: FieldPath.optional(),
    /** Every value that is this text. */
    text: z.string().min(1).optional(),
    /** What stands there instead, as it is. */
    by: z.string().min(1).max(1_000_000),
  }),
  proceeds: true,
  problem({ field, text }) {
    const one = (field === undefined) !== (text === undefined)
    return one ? undefined : { message: 'raw-json takes either field or text, which says where' }
  },
  async strike({ field, text = MARK, by }, { proceed }) {
    const reply = await proceed()
    if (!reply || lengthOf(reply.body) === 0) return reply
    const marked = field === undefined ? reply : withMark(reply, field)
    const right = Buffer.concat(marked.body).toString()
    const body = right.replaceAll(JSON.stringify(text), () => by)
    return body === right ? reply : { ...reply, body: [Buffer.from(body)] }
  },
})

function withMark(reply: Reply, field: z.infer<typeof FieldPath>): Reply {
  const body = bodyOf(reply)
  if (typeof body !== 'object' || body === null) return reply
  drift(body, field, MARK)
  return withBody(reply, body)
}
