import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { HttpHeaders } from '../http-headers.ts'

/** An error as the API reports it, with its own HTTP status and message unless others are given. */
export const apiError = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('api-error'),
    /** One of the API's codes, or any other. */
    code: z.int(),
    /** For instance 200, which is how some services report their errors. */
    http: z.int().min(200).max(599).optional(),
    message: z.string().min(1).optional(),
    httpHeaders: HttpHeaders.optional(),
  }),
  proceeds: false,
  strike: ({ code, http, message, httpHeaders }, { failure }) =>
    failure(code, { http, message, headers: httpHeaders }),
})
