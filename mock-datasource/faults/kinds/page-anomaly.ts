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
    variant: z.enum(PAGE_ANOMALIES),
    /** How many rows a short page has at most; half of those asked for without it. */
    rows: z.int().min(1).optional(),
    /** How much too large a wrong total is, 1 without it; below zero for one that is too small. */
    by: z
      .int()
      .refine((by) => by !== 0, 'must not be 0')
      .optional(),
  }),
  proceeds: true,
  pagesOnly: true,
  problem({ variant, rows, by }, { title, paging: { anomalies } }) {
    if (!anomalies.includes(variant)) {
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
    return undefined
  },
  strike: ({ kind: _kind, ...anomaly }, { proceed }) => proceed({ anomaly }),
})
