import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { HttpHeaders } from '../http-headers.ts'

/** An error as the API reports it, with its own HTTP status and message unless others are given. */
export const apiError = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('api-error'),
    /** One of the API's codes, or any other of their kind. */
    code: z
      .union([z.string(), z.int()], { error: 'must be a text or a whole number' })
      .transform(String),
    /** For instance 200, which is how some services report their errors. */
    http: z.int().min(200).max(599).optional(),
    message: z.string().min(1).optional(),
    httpHeaders: HttpHeaders.optional(),
  }),
  proceeds: false,
  problem({ code }, { title, errors }) {
    if (code === '') return { field: 'code', message: 'must not be empty' }
    if (errors.codes === 'texts') return undefined
    if (errors.codes === 'statuses') {
      if (/^[2-5]\d\d$/.test(code)) return undefined
      const message = `must be an HTTP status, by which the errors of ${title} are known`
      return { field: 'code', message }
    }
    if (isWholeNumber(code)) return undefined
    return { field: 'code', message: `must be a whole number, as the codes of ${title} are` }
  },
  strike: ({ code, http, message, httpHeaders }, { failure }) =>
    failure(code, { http, message, headers: httpHeaders }),
})

/** In the one way in which it would be written. */
function isWholeNumber(code: string): boolean {
  return Number.isSafeInteger(Number(code)) && String(Number(code)) === code
}
