import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'

/** The connection is reset (TCP RST) instead of an answer. */
export const reset = defineFaultKind({
  schema: z.strictObject({ kind: z.literal('reset') }),
  proceeds: false,
  strike(_spec, struck) {
    struck.reset()
    return undefined
  },
})
