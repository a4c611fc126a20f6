import * as z from 'zod'
import { FLAW_NAMES } from '../../http/flawed-certificate.ts'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * A connection over which another certificate is shown than the one that clients have been given: one that has been
 * renewed, and with `flaw` one that nobody should trust. Over plain HTTP there is none to show. Source: NET-4.
 */
export const otherCertificate = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('other-certificate'),
    flaw: z.enum(FLAW_NAMES, { error: `must be one of ${FLAW_NAMES.join(', ')}` }).optional(),
  }),
  proceeds: false,
  encryptedOnly: true,
  treatment: ({ flaw }) => ({ certificate: flaw ?? 'renewed' }),
  strike: (_spec, { proceed }) => proceed(),
})
