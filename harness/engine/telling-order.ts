import { createHash } from 'node:crypto'
import { isObject } from '../kit/answer.ts'

/**
 * The places of a list's cases, those first that tell most: the first of each thing that its check names, in the order
 * of the list, or where it names none the first of all; then whichever has most that no earlier one has, first single values, then two of them together. What is
 * alike in that is ordered by the seed.
 *
 * @param tells what a case tells, of which one is enough to begin with; undefined: nothing of that kind.
 */
export function tellingOrder(
  cases: readonly unknown[],
  tells: (example: unknown) => string | undefined,
  seed: string,
): readonly number[] {
  const named = firstOfEach(cases.map(tells))
  // Lists go from simple to complex: with the first of them, something is seen at all.
  const first = named.length > 0 || cases.length === 0 ? named : [0]
  const ranks = cases.map((_, place) => rankOf(`${seed}/${place}`))
  const order = [...first]
  const seen = new Seen()
  for (const place of first) seen.add(cases[place])
  const left = new Set([...cases.keys()].filter((place) => !first.includes(place)))
  while (left.size > 0) {
    const next = mostNew(left, cases, seen, ranks)
    seen.add(cases[next])
    order.push(next)
    left.delete(next)
  }
  return order
}

/** How many of the cases tell something that no earlier one does. */
export function tellingOf(
  cases: readonly unknown[],
  tells: (example: unknown) => string | undefined,
): number {
  return firstOfEach(cases.map(tells)).length
}

function firstOfEach(told: readonly (string | undefined)[]): readonly number[] {
  return [...told.keys()].filter(
    (place) => told[place] !== undefined && told.indexOf(told[place]) === place,
  )
}

function mostNew(
  left: ReadonlySet<number>,
  cases: readonly unknown[],
  seen: Seen,
  ranks: readonly number[],
): number {
  let best = { place: -1, values: -1, pairs: -1, rank: 0 }
  for (const place of left) {
    const rank = ranks[place] ?? 0
    const { values, pairs } = seen.newIn(cases[place])
    const more = values - best.values || pairs - best.pairs || best.rank - rank
    if (more > 0) best = { place, values, pairs, rank }
  }
  return best.place
}

/** The values of cases' members, and which of them came together. */
class Seen {
  readonly #values = new Set<string>()
  readonly #pairs = new Set<string>()

  add(example: unknown): void {
    const values = valuesOf(example)
    for (const value of values) this.#values.add(value)
    for (const pair of pairsOf(values)) this.#pairs.add(pair)
  }

  newIn(example: unknown): { readonly values: number; readonly pairs: number } {
    const values = valuesOf(example)
    return {
      values: values.filter((value) => !this.#values.has(value)).length,
      pairs: pairsOf(values).filter((pair) => !this.#pairs.has(pair)).length,
    }
  }
}

function valuesOf(example: unknown): readonly string[] {
  if (!isObject(example)) return [JSON.stringify(example)]
  return Object.entries(example).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
}

function pairsOf(values: readonly string[]): readonly string[] {
  return values.flatMap((one, place) =>
    values.slice(place + 1).map((other) => JSON.stringify([one, other])),
  )
}

function rankOf(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6)
}
