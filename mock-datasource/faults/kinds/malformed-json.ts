import * as z from 'zod'
import { JSON_TYPE } from '../../http/reply.ts'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'

/** A body that says it is JSON and is none, instead of the operation, which is not performed. */
export const malformedJson = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('malformed-json'),
    /** 200 without it. */
    status: AnyStatus.optional(),
    /** JSON that ends too early without it. */
    body: z
      .string()
      .refine((body) => !isJson(body), 'is well-formed JSON; use http-status to send that')
      .optional(),
  }),
  proceeds: false,
  strike: ({ status = 200, body }, { oddBodies }) => ({
    status,
    headers: { 'content-type': oddBodies.type ?? JSON_TYPE },
    body: [Buffer.from(body ?? oddBodies.cutShort)],
  }),
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
