import * as z from 'zod'
import { FieldPath } from '../../../contracts/data-source/field-path.ts'
import { drift } from '../drift.ts'
import { defineFaultKind } from '../fault-kind.ts'
import { bodyOf, withBody } from '../reply-body.ts'

/** How deep a value nests at most: to write one that goes on and on would overflow the stack. */
const DEEPEST = 100
const TOO_DEEP = `nests deeper than ${DEEPEST}`

function isShallow(value: unknown, room = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  return room > 0 && Object.values(value).every((part) => isShallow(part, room - 1))
}

/**
 * The right answer of the operation, which takes effect, with one field changed: to another value or type,
 * to null, added, or removed. An answer that is no object or array stays as it is.
 */
export const schemaDrift = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('schema-drift'),
    field: FieldPath,
    /** Any JSON value that nests no deeper than 100. A field that is not there is added. */
    to: z
      .custom<z.infer<ReturnType<typeof z.json>>>((value) => isShallow(value), TOO_DEEP)
      .pipe(z.json())
      .optional(),
    remove: z.literal(true).optional(),
  }),
  proceeds: true,
  problem({ to, remove }) {
    const one = (to === undefined) !== (remove === undefined)
    return one
      ? undefined
      : { message: 'schema-drift takes either to, the new value, or remove: true' }
  },
  async strike({ field, to }, { proceed }) {
    const reply = await proceed()
    if (!reply) return undefined
    const body = bodyOf(reply)
    if (typeof body !== 'object' || body === null) return reply
    drift(body, field, to)
    return withBody(reply, body)
  },
})
