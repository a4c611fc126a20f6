import { createHash } from 'node:crypto'

/**
 * At most so many of a list, in its order. Which ones is up to the seed: picked by their place, cases that
 * combine few values would all have the same one.
 *
 * @param seed another one picks others.
 */
export function someOf<Item>(items: readonly Item[], most: number, seed: string): readonly Item[] {
  if (items.length <= most) return items
  const ranked = items.map((_, index) => ({ index, rank: rankOf(`${seed}/${index}`) }))
  const picked = ranked.toSorted((one, other) => one.rank - other.rank).slice(0, most)
  const chosen = new Set(picked.map(({ index }) => index))
  return items.filter((_, index) => chosen.has(index))
}

function rankOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}
