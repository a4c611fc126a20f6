import * as z from 'zod'
import { JSON_TYPE } from '../../http/reply.ts'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'

const ENCODINGS = ['latin1', 'utf16le'] as const

/**
 * A body that says it is UTF-8 and is not, instead of the operation, which is not performed. It is JSON but for
 * its encoding: a client that replaces what it cannot read finds no field that it needs.
 */
export const notUtf8 = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('not-utf8'),
    /** What the body is in; `latin1` without it. */
    encoding: z.enum(ENCODINGS).optional(),
    /** 200 without it. */
    status: AnyStatus.optional(),
  }),
  proceeds: false,
  strike: ({ status = 200, encoding = 'latin1' }, { oddBodies }) => ({
    status,
    headers: { 'content-type': oddBodies.type ?? JSON_TYPE },
    body: [Buffer.from(oddBodies.nonAscii, encoding)],
  }),
})
