import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { isHeaderValue } from '../http-headers.ts'

/**
 * The data source's error for too many requests, or a bare 429, with Retry-After, until so many requests have been refused or so much time has passed since the
 * first of them, whichever comes first; for good without either. The operation is not performed.
 */
export const rateLimit = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('rate-limit'),
    requests: z.int().min(1).optional(),
    milliseconds: z.number().min(1).optional(),
    /** Seconds, or an HTTP date. Without it: the time that is left, and 1 where no time is set. */
    retryAfter: z
      .union([z.int().min(0), z.string().min(1).refine(isHeaderValue)], {
        error: 'must be seconds or an HTTP date',
      })
      .optional(),
  }),
  proceeds: false,
  lasts: ({ requests = Number.POSITIVE_INFINITY, milliseconds }, past) =>
    past.struck < requests && past.milliseconds < (milliseconds ?? Number.POSITIVE_INFINITY),
  strike({ milliseconds, retryAfter }, { tooMany, age }) {
    const left = milliseconds === undefined ? 1 : Math.ceil((milliseconds - age) / 1_000)
    return tooMany({ 'retry-after': String(retryAfter ?? left) })
  },
})
