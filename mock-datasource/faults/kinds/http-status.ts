import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { HttpHeaders } from '../http-headers.ts'

/** A bare status, as a proxy in front of the data source gives it. */
export const httpStatus = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('http-status'),
    status: z.int().min(200).max(599),
    body: z.string().optional(),
    headers: HttpHeaders.optional(),
  }),
  proceeds: false,
  strike: ({ status, body = '', headers = {} }) => ({ status, headers, body: [Buffer.from(body)] }),
})
