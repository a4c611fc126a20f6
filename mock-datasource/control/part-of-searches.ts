import type { Search } from '../engine/search.ts'
import { firstPart, type PartAsked } from './part.ts'

/** The searches behind one, each known by how many were made up to it, and where to go on from. */
export function partOfSearches(
  searches: readonly Search[],
  asked: PartAsked | undefined,
): { readonly part: readonly Search[]; readonly next: number | null } {
  if (asked === undefined) return { part: searches, next: null }
  const behind = searches.filter(({ serial }) => serial >= asked.after)
  const { part, isAll } = firstPart(behind, asked.limit, ({ query }) => query.length)
  return { part, next: isAll ? null : (part.at(-1)?.serial ?? 0) + 1 }
}
