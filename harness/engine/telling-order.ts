import { createHash } from 'node:crypto'
import { isObject } from '../kit/answer.ts'

/**
 * The places of a list's cases, those first that tell most: the first of each thing that its check names, in the order
 * of the list, or where it names none the first of all; then whichever has most that no earlier one has, first single values, then two of them together. What is
 * alike in that is ordered by the seed.
 *
 * @param tells what a case tells, of which one is enough to begin with; undefined: nothing of that kind.
 * @param most so many of them are asked for.
 */
export function tellingOrder(
  cases: readonly unknown[],
  tells: (example: unknown) => string | undefined,
  seed: string,
  most = cases.length,
): readonly number[] {
  const named = firstOfEach(cases.map(tells))
  // Lists go from simple to complex: with the first of them, something is seen at all.
  const first = named.length > 0 || cases.length === 0 ? named : [0]
  if (first.length >= most) return first.slice(0, most)
  const ranks = cases.map((_, place) => rankOf(`${seed}/${place}`))
  const order = [...first]
  const untold = new Untold(cases)
  for (const place of first) untold.tell(place)
  const left = new Set([...cases.keys()].filter((place) => !first.includes(place)))
  while (order.length < most && left.size > 0) {
    const next = mostNew(left, untold, ranks)
    untold.tell(next)
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
  { values, pairs }: Untold,
  ranks: readonly number[],
): number {
  let best = -1
  for (const place of left) {
    const more = (counts: readonly number[]) => (counts[place] ?? 0) - (counts[best] ?? -1)
    if ((more(values) || more(pairs) || (ranks[best] ?? 0) - (ranks[place] ?? 0)) > 0) best = place
  }
  return best
}

/**
 * How many of each case's values of members, and of the values that come together in it, no told case has. They are
 * counted down as cases are told: to look through all of a case's pairs each time took longer than to run some.
 */
class Untold {
  readonly values: number[]
  readonly pairs: number[]
  readonly #valuesOf: readonly (readonly string[])[]
  readonly #pairsOf: readonly (readonly string[])[]
  readonly #holdersOfValue: Map<string, number[]>
  readonly #holdersOfPair: Map<string, number[]>

  constructor(cases: readonly unknown[]) {
    this.#valuesOf = cases.map(valuesOf)
    this.#pairsOf = this.#valuesOf.map(pairsOf)
    this.values = this.#valuesOf.map(({ length }) => length)
    this.pairs = this.#pairsOf.map(({ length }) => length)
    this.#holdersOfValue = holdersOf(this.#valuesOf)
    this.#holdersOfPair = holdersOf(this.#pairsOf)
  }

  tell(place: number): void {
    countDown(this.values, this.#holdersOfValue, this.#valuesOf[place] ?? [])
    countDown(this.pairs, this.#holdersOfPair, this.#pairsOf[place] ?? [])
  }
}

/** In which cases each thing is. */
function holdersOf(things: readonly (readonly string[])[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [place, each] of things.entries()) {
    for (const thing of each) {
      const found = holders.get(thing)
      if (found === undefined) holders.set(thing, [place])
      else found.push(place)
    }
  }
  return holders
}

function countDown(counts: number[], holders: Map<string, number[]>, told: readonly string[]) {
  for (const thing of told) {
    for (const place of holders.get(thing) ?? []) counts[place] = (counts[place] ?? 0) - 1
    holders.delete(thing)
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
