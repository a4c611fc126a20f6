import * as z from 'zod'
import { JSON_TYPE } from '../../http/reply.ts'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'

/** An answer that says it is JSON, and nothing after its headers. The operation is not performed. */
export const emptyBody = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('empty-body'),
    /** 200 without it. */
    status: AnyStatus.optional(),
  }),
  proceeds: false,
  strike: ({ status = 200 }) => ({ status, headers: { 'content-type': JSON_TYPE }, body: [] }),
})
