import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * A connection that is accepted, and over which nothing is ever said: no request is read, and over HTTPS no hands
 * are shaken, or not to the end. A client that measures its timeout from the first byte waits for ever. Source: NET-3.
 */
export const silentConnection = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('silent-connection'),
    /** `handshake` begins to shake hands, and stops within it. Over HTTP it is silent too. */
    within: z.literal('handshake', { error: "must be 'handshake'" }).optional(),
  }),
  proceeds: false,
  treatment: ({ within }) => (within === 'handshake' ? 'half a handshake' : 'silence'),
  strike: (_spec, { proceed }) => proceed(),
})
