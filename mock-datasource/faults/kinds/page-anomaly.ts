import * as z from 'zod'
import { PAGE_ANOMALIES } from '../../../contracts/data-source/page-anomaly.ts'
import { defineFaultKind } from '../fault-kind.ts'

/**
 * A page of results that is wrong, or odd though legal. The operation is performed, and its answer made so.
 * It concerns requests for pages alone, and counts no others. Source: PAGE-2, PAGE-8.
 */
export const pageAnomaly = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('page-anomaly'),
    /** What each of them is: see `PageAnomaly`. */
    variant: z.enum([...PAGE_ANOMALIES, 'next-elsewhere']),
    /** How many rows a short page has at most; half of those asked for without it. */
    rows: z.int().min(1).optional(),
    /** How much too large a wrong total is, 1 without it; below zero for one that is too small. */
    by: z
      .int()
      .refine((by) => by !== 0, 'must not be 0')
      .optional(),
    /** The origin to which the next page's URL leads. */
    to: z.string().refine(isOrigin, 'must be an origin, such as https://127.0.0.1:9443').optional(),
  }),
  proceeds: true,
  pagesOnly: true,
  problem({ variant, rows, by, to }, { title, paging: { anomalies, style } }) {
    if (variant === 'next-elsewhere' && style === 'next-url') {
      if (to === undefined) return { field: 'to', message: 'is missing: the origin it leads to' }
    } else if (!anomalies.some((each) => each === variant)) {
      const others = anomalies.length === 0 ? 'no page that is wrong' : anomalies.join(', ')
      const message = `${title} cannot show '${variant}'; it can show ${others}`
      return { field: 'variant', message }
    }
    if (rows !== undefined && variant !== 'short-page') {
      return { message: "rows goes with variant 'short-page'" }
    }
    if (by !== undefined && variant !== 'wrong-total') {
      return { message: "by goes with variant 'wrong-total'" }
    }
    if (to !== undefined && variant !== 'next-elsewhere') {
      return { message: "to goes with variant 'next-elsewhere'" }
    }
    return undefined
  },
  strike: ({ kind: _kind, ...anomaly }, { proceed }) => proceed({ anomaly }),
})

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
