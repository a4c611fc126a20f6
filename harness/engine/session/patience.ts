import type { ObservedSearch } from '../../explain/evidence.ts'

/** A call that may need more requests than so many is given longer. */
const FEW_REQUESTS = 20

/**
 * How long a call may take that is about a search: as long as any other, and longer where its result has many pages,
 * each of which costs a connector a request, and some of them a connection too.
 *
 * @param search undefined: the call is about none that a check has made.
 * @param usual in milliseconds, as what comes out.
 */
export function patienceFor(search: ObservedSearch | undefined, usual: number): number {
  if (search === undefined) return usual
  const pages = Math.ceil(search.keys.length / search.pageSize)
  return Math.round(usual * Math.max(1, pages / FEW_REQUESTS))
}
