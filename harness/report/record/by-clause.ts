import { CLAUSES } from '../../../contracts/clauses.ts'

const PLACES: ReadonlyMap<string, number> = new Map(CLAUSES.map(({ id }, place) => [id, place]))

/** In the order of the clauses; those of one clause stay in theirs. */
export function byClause<Item extends { readonly clause: string }>(
  items: readonly Item[],
): readonly Item[] {
  const placeOf = ({ clause }: Item) => PLACES.get(clause) ?? PLACES.size
  return items.toSorted((one, other) => placeOf(one) - placeOf(other))
}
