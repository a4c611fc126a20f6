import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'

/** No answer at all, on a connection that stays open until the client gives up. */
export const hang = defineFaultKind({
  schema: z.strictObject({ kind: z.literal('hang') }),
  proceeds: false,
  async strike(_spec, { gone }) {
    await gone()
    return undefined
  },
})
