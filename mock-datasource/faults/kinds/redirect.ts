import * as z from 'zod'
import { defineFaultKind } from '../fault-kind.ts'
import { isHeaderValue } from '../http-headers.ts'

const STATUSES = [301, 302, 303, 307, 308] as const

/** A redirect instead of the operation, which is not performed. */
export const redirect = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('redirect'),
    /**
     * A path of this data source, or an http or https URL; one without a path, such as
     * `https://127.0.0.1:9443`, gets the request's own path and query string. Without it: the very same URL,
     * which makes a loop for as long as the fault strikes.
     */
    to: z
      .string()
      .refine(isTarget, 'must be a path that starts with /, or an http or https URL')
      .optional(),
    /** 302 without it. */
    status: z.literal(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }).optional(),
  }),
  proceeds: false,
  strike: ({ to, status = 302 }, { url }) => ({
    status,
    headers: { location: locationOf(to, url) },
    body: [],
  }),
})

function locationOf(to: string | undefined, url: string): string {
  if (to === undefined) return url
  return /^https?:\/\/[^/?#]+$/i.test(to) ? `${to}${url}` : to
}

function isTarget(to: string): boolean {
  const known = to.startsWith('/') || (/^https?:\/\//i.test(to) && URL.canParse(to))
  return known && isHeaderValue(to)
}
