import type { Method } from '../../../contracts/method.ts'

/** What a call may need beside a request for each row: see PAGE-8. */
const BESIDE_ROWS = 10
/** No result that is served has as many pages. */
const MOST = 1_000

/**
 * How many exchanges of a call show that it is not hung. One that makes more goes on for ever, for all that is known:
 * PAGE-8 says how many a call may make.
 */
export function mostExchanges(method: Method, [, offset, length]: readonly unknown[]): number {
  if (method !== 'results') return BESIDE_ROWS
  const rows = Math.max(0, Number(offset)) + Math.max(0, Number(length))
  return Number.isFinite(rows) ? Math.min(rows + BESIDE_ROWS, MOST) : BESIDE_ROWS
}
